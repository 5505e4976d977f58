/** Preloaded into a process that is measured: says what it used, all threads, when it ends. */
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  writeFileSync(
    process.env.USAGE_FILE,
    JSON.stringify({ cpuSeconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1000 }),
  )
})
