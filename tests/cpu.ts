/** Milliseconds of processor time this process has used: what a machine busy with others does not change. */
export function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
