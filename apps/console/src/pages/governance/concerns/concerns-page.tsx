export function ConcernsPage() {
  return null;
}
