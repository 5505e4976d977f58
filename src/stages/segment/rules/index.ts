/** Whether a sentence ends at a candidate: for each kind of mark a list of rules, of which the first that knows decides. */
import type { Candidate } from '../candidate.ts'
import { isSpace, Kind, kindAt, Mark } from '../characters.ts'
import { shoutedNames } from '../languages/index.ts'
import { afterStop } from './full-stop.ts'
import { attribution, bracketed, glued, isMarkedItem, opensSentence, type Rule } from './shared.ts'

export function endsSentence(candidate: Candidate, mark: Mark): boolean {
  for (const rule of rulesAfter[mark] ?? []) {
    const verdict = rule(candidate)
    if (verdict !== undefined) return verdict
  }
  return true
}

/** 'Y!J', '?id=3', '!Kung', 'Leave!, he said'. */
const insideWord: Rule = (c) => {
  if (c.word === '' && !c.gap && !c.closed && isSpace(c.text, c.at - 1)) return false
  return /[,;:]/.test(c.text[c.after] ?? '') ? false : undefined
}

/** 'Leave me alone! he said': what was asked or called out goes on in lower case, but where nobody writes capitals. */
const wentOn: Rule = (c) => {
  if (c.nextKind !== Kind.lower || c.opened === 'inverted') return undefined
  return (c.rules.uncapitalized && c.gap && !c.closed) || isMarkedItem(c)
}

const shouted: Rule = (c) => (c.text[c.at] === '!' && shoutedNames.has(c.word.toLowerCase()) ? opensSentence(c) : undefined)

/** One ፡ stands between Ethiopic words, two are typed for ። */
const wordspace: Rule = (c) => (c.text.slice(c.at, c.runEnd) === '፡' ? false : undefined)

/** '3．5', '他说“好。”，', 'これは（本当！）です', '「はい。」と': the sentence goes on behind a mark that would end it. */
const unspaced: Rule = (c) => {
  if (/[,，、;；:：·]/.test(c.text[c.after] ?? '')) return false
  if (c.gap) return undefined
  if (c.text[c.at] === '．' && kindAt(c.text, c.at - 1) === Kind.digit && c.nextKind === Kind.digit) return false
  if (!c.closed) return undefined
  return /[)）\]］】〕]/.test(c.text[c.after - 1]!) ||
    /^(?:と|って|という|との|など|の|は|が|を|に|も)/.test(c.text.slice(c.after, c.after + 3))
    ? false
    : undefined
}

/** '"I only meant--" At this he rose': speech broken off ends a sentence before a word that surely opens one. */
const brokenOff: Rule = (c) => c.gap && c.nextKind === Kind.upper && opensSentence(c)

const afterAsk: readonly Rule[] = [bracketed, attribution, insideWord, glued, wentOn, shouted]
const afterFull: readonly Rule[] = [wordspace, unspaced]
const afterBreakOff: readonly Rule[] = [brokenOff]
const rulesAfter: Readonly<Record<number, readonly Rule[]>> = {
  [Mark.stop]: afterStop,
  [Mark.ask]: afterAsk,
  [Mark.full]: afterFull,
  [Mark.quote]: afterBreakOff,
}
