/**
 * A memory of a million units: import, exact and fuzzy look-ups by processor time, and what of the best units a comparison with every one would find
 * is found. `npm run bench -- memory 20000` is a small one.
 */
import { measure } from './measure.ts'

const units = Number(process.argv[2] ?? 1_000_000)
const results = await measure(units, Math.min(units, 2000), 200)
console.log(results)
process.send?.({ results })
