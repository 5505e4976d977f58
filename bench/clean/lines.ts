/**
 * What is left of copied pages: lines of articles that stay, of what surrounds them that go. The model was trained on the tuning half:
 * `npm run train:lines -- --folds 4` scores each text by a model that saw others only.
 *
 * npm run bench -- clean copies [held]
 */
import { cleanCopies, readCopies } from './copies.ts'
import { report, scoreCopies } from './score.ts'

const half = process.argv[2] === 'held' ? 'held' : 'tune'
const copies = readCopies(half)
const decisions = await cleanCopies(copies)
const score = scoreCopies(copies, ({ id }) => decisions.get(id)!)
console.log(`copies, ${half}\n${report(score, half === 'tune')}`)
