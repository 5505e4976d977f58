/**
 * What is left of copied pages: lines of articles that stay, of what surrounds them that go. The model was trained on the tuning half:
 * `npm run train:lines -- --folds 4` scores each text by a model that saw others only.
 *
 * Of the sets of another hand, `blind`, nothing was trained on.
 *
 * npm run bench -- clean copies [blind] [held]
 */
import { cleanCopies, readCopies } from './copies.ts'
import { report, scoreCopies } from './score.ts'

const words = process.argv.slice(2)
const half = words.includes('held') ? 'held' : 'tune'
const hand = words.includes('blind') ? 'sets/blind' : 'copies'
const copies = readCopies(half, hand)
const decisions = await cleanCopies(copies)
const score = scoreCopies(copies, ({ id }) => decisions.get(id)!)
console.log(`${hand}, ${half}\n${report(score, half === 'tune')}`)
