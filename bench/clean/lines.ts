/**
 * What is left of copied pages: lines of articles that stay, of what surrounds them that go. The model was trained on the tuning half
 * of each hand: `npm run train:lines -- --left-out` scores each hand's by a model that saw those of the others only.
 *
 * npm run bench -- clean copies [blind|third] [held]
 */
import { cleanCopies, hands, readCopies } from './copies.ts'
import { report, scoreCopies } from './score.ts'

const words = process.argv.slice(2)
const half = words.includes('held') ? 'held' : 'tune'
const hand = hands.find((one) => words.includes(one.replace('sets/', ''))) ?? 'copies'
const copies = readCopies(half, hand)
const decisions = await cleanCopies(copies)
const score = scoreCopies(copies, ({ id }) => decisions.get(id)!)
console.log(`${hand}, ${half}\n${report(score, half === 'tune')}`)
