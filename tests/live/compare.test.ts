/** Our figures are those of sacrebleu: 13 translations of the project's own text, and the recorded ones where SYNOPTIC_DATA has them. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { linesOf } from '../../src/cli/text.ts'
import { compareTranslations } from '../../src/compare/index.ts'
import { type Task, tasks } from '../compare/texts.ts'

const root = join(import.meta.dirname, '../..')
const python = join(root, '.cache/peers/venv/bin/python')
const isMissing = !existsSync(python) && process.env.SYNOPTIC_LIVE !== '1'
const data = process.env.SYNOPTIC_DATA && join(process.env.SYNOPTIC_DATA, 'compare-dev')

function recorded(): Task[] {
  if (!data) return []
  return readdirSync(data).flatMap((pair) => {
    const lines = (name: string) => linesOf(readFileSync(join(data, pair, name), 'utf8'))
    const systems = readdirSync(join(data, pair)).filter((name) => name.split('.').length === 3)
    return systems.map(
      (name): Task => ({ language: 'en', tokenizer: '13a', references: [lines('flores-dev.en')], hypotheses: lines(name) }),
    )
  })
}

const mecabDictionary = isMissing ? '' : execFileSync(python, ['-c', 'import ipadic; print(ipadic.DICDIR)'], { encoding: 'utf8' }).trim()

/** Words of MeCab, of what its dictionary has and of what it has not: words of other scripts, emoji, spaces, long runs. */
function japanese(): Task[] {
  const strange = ['A1GPのコ・ドライバー 😀😀 です。', ' 　隕石 ABC-123  ', 'ｶﾞｷﾞｸﾞ'.repeat(12), '𠮷野家で働く', 'ー', '']
  const task = tasks.find(({ language }) => language === 'ja')!
  const references = [[...task.references[0]!, ...strange]]
  const own = {
    ...task,
    tokenizer: 'ja-mecab',
    references,
    hypotheses: [...task.hypotheses, ...strange.map((line) => `${line}と`)],
  } as const
  const lines = data && linesOf(readFileSync(join(data, '../detect-dev/ja.txt'), 'utf8'))
  return lines ? [own, { ...own, references: [lines], hypotheses: [...lines.slice(1), lines[0]!] }] : [own]
}

describe.skipIf(isMissing)('sacrebleu', () => {
  const all = [...tasks, ...japanese(), ...recorded()]
  const theirs = isMissing
    ? []
    : JSON.parse(
        execFileSync(python, [join(root, 'scripts/peers/score.py')], { input: JSON.stringify(all), encoding: 'utf8', maxBuffer: 1e8 }),
      )

  test.each(all.map((task, at) => [at, task] as const))(
    'task %i: the same figures and signatures',
    (at, { language, tokenizer, references, hypotheses }) => {
      const { systems, signatures } = compareTranslations({
        source: hypotheses.map(() => ''),
        references,
        systems: [{ name: 'a', lines: hypotheses }],
        from: 'de',
        to: language,
        tokenizer,
        ...(tokenizer === 'ja-mecab' && { mecabDictionary }),
        resampling: { resamples: 1, seed: 1 },
      })
      for (const name of ['bleu', 'chrf', 'chrfpp', 'ter'] as const) {
        expect(Math.abs(systems[0]![name]! - theirs[at][name]), name).toBeLessThan(0.005)
        expect(signatures[name]).toBe(theirs[at][`${name}-signature`])
      }
    },
  )
})
