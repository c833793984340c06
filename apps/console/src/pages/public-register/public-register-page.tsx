export function PublicRegisterPage() {
  return null;
}
