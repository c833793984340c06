export function CameraPage() {
  return <p>…</p>;
}
