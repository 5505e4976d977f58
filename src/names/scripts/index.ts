import { arabic } from './arabic.ts'
import { armenian } from './armenian.ts'
import { cyrillic } from './cyrillic.ts'
import { georgian } from './georgian.ts'
import { greek } from './greek.ts'
import { han } from './han.ts'
import { hangul } from './hangul.ts'
import { hebrew } from './hebrew.ts'
import { bengali, devanagari, gujarati, gurmukhi, kannada, malayalam, oriya, tamil, telugu } from './indic.ts'
import { kana } from './kana.ts'
import { latin } from './latin.ts'
import type { Script } from './script.ts'
import { thai } from './thai.ts'

/** The scripts that names are found in. A new one is a file beside this and a line here. */
const scripts: readonly Script[] = [
  ...[latin, cyrillic, greek, armenian, georgian],
  ...[arabic, hebrew],
  ...[devanagari, bengali, gurmukhi, gujarati, oriya, tamil, telugu, kannada, malayalam],
  ...[thai],
  ...[hangul, kana, han],
]

/** Number of the script of each code point of the first plane, from 1; 0 where none is known. */
const numbers = new Uint8Array(0x10000)
for (const [at, { blocks }] of scripts.entries()) for (const [first, last] of blocks) numbers.fill(at + 1, first, last + 1)

/** The script of one character; undefined for digits, marks and what all scripts share. */
function scriptOfCode(code: number): Script | undefined {
  if (code > 0xffff) return han.blocks.some(([first, last]) => first <= code && code <= last) ? han : undefined
  return scripts[numbers[code]! - 1]
}

/** The script of the first letter of `text` that has one known here. */
export function scriptOf(text: string): Script | undefined {
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at)!
    const script = scriptOfCode(code)
    if (script !== undefined) return script
    if (code > 0xffff) at++
  }
  return undefined
}

/** Whether two names may replace each other: none is put into a text of another script. */
export function sameScript(a: string, b: string): boolean {
  return scriptOf(a) === scriptOf(b)
}

/** Whether `text` is in Han characters, each of which is a word of its own here. */
export function isHan(text: string): boolean {
  return scriptOf(text) === han
}

/** Whether `text` is in a script that writes no spaces, whose words are its syllables: a Han character, a piece of Thai. */
export function isSyllable(text: string): boolean {
  const script = scriptOf(text)
  return script !== undefined && !script.spaces && script !== kana
}

/** `text`, in lower case, with every letter of a script known here in Latin letters; other characters stay. */
export function romanize(text: string): string {
  let out = ''
  let start = 0
  let current: Script | undefined
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const script = code >= 0xd800 && code < 0xe000 ? han : scriptOfCode(code)
    if (script === undefined || script === current) continue
    if (current !== undefined) {
      out += current.romanize(text.slice(start, at))
      start = at
    }
    current = script
  }
  return current === undefined ? text : out + current.romanize(text.slice(start))
}
