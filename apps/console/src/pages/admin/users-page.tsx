export function UsersPage() {
  return <p>…</p>;
}
