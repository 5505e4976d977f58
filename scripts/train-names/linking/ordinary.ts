import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestSet } from '../../../bench/names/sets.ts'
import type { Glossary } from '../../../src/glossary/index.ts'

/** Lines of a language that are read, and lines that make a text. */
const LINES = 60
const LINES_A_TEXT = 12

const languages =
  'en de fr es it nl pt sv da nb pl cs sk sl hr ro hu fi et lv lt tr az id ms vi sq eu ca ga is ru uk be bg sr mk el hy ka kk ar fa ur he hi bn ta th ja ko zh'.split(
    ' ',
  )

/** Texts of the folder detect-train that speak of nobody in the glossary, or not of purpose: whatever is found there is false. */
export function ordinaryText(data: string, glossary: Glossary): TestSet {
  const passages = languages.flatMap((language) => {
    const file = join(data, 'detect-train', `${language}.txt`)
    if (!existsSync(file)) return []
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, LINES)
    const texts: string[] = []
    for (let at = 0; at < lines.length; at += LINES_A_TEXT) texts.push(lines.slice(at, at + LINES_A_TEXT).join('\n'))
    return texts.map((text) => ({ language, text, gold: [], strangers: [], isOrdinary: true as const }))
  })
  return { name: 'ordinary', glossary, passages }
}
