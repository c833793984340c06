export function MonitoringPage() {
  return null;
}
