import { ownLetters } from '../compare/own-letters.ts'
import { foldHan } from '../scripts/han.ts'
import { scriptOf } from '../scripts/index.ts'
import { readTable } from '../table.ts'

/** Scripts whose transcriptions are known, and how names are written in the tables of models/names/transcriptions: README.md there tells whence. */
const forms: Readonly<Record<string, (text: string) => string>> = {
  arabic: ownLetters,
  armenian: ownLetters,
  bengali: ownLetters,
  devanagari: ownLetters,
  georgian: ownLetters,
  greek: ownLetters,
  han: foldHan,
  hangul: (text) => text.normalize('NFC'),
  hebrew: ownLetters,
  kana: ownLetters,
  thai: ownLetters,
}

/** The script of a name, where transcriptions into it are known, and the name as its table has it. */
export function tableForm(text: string): { readonly script: string; readonly form: string } | undefined {
  const script = scriptOf(text)?.name ?? ''
  const form = forms[script]?.(text)
  return form === undefined ? undefined : { script, form }
}

/** Read when a name in the script is first met: the largest has 87,000 lines. */
const tables = new Map<string, ReadonlyMap<string, string>>()

/** How the names that people write as `text`, in another script, are spelt in Latin letters, squeezed, the most frequent first: '니체' is 'nietzsche'. */
export function transcribedNames(text: string): readonly string[] {
  const known = tableForm(text)
  if (known === undefined) return []
  let table = tables.get(known.script)
  if (table === undefined) {
    table = new Map(readTable(`transcriptions/${known.script}.tsv.gz`).map(([written = '', latin = '']) => [written, latin]))
    tables.set(known.script, table)
  }
  return table.get(known.form)?.split(' ') ?? []
}
