/** Termbases as we write them, by xmllint: against a schema of our own, because those of TBX come without a licence. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeGlossary } from '../../src/glossary/index.ts'
import { glossaryOf } from '../glossary/make.ts'

const isMissing = spawnSync('xmllint', ['--version']).error !== undefined && process.env.SYNOPTIC_LIVE !== '1'

const glossary = glossaryOf(
  'Marie Skłodowska-Curie',
  { canonical: '3M', kind: 'organization', variants: ['Minnesota Mining & Manufacturing'], not: ['3 <m>'] },
  { canonical: 'Горбачёв', kind: 'person', forms: { en: 'Gorbachev', 'zh-Hant': '戈巴契夫' }, note: 'a note\nof "two" lines' },
  { canonical: 'a\u0002b', forms: { de: 'x' } },
)

describe.skipIf(isMissing)('termbases', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'synoptic-tbx-'))
  })
  const check = (content: string) => {
    writeFileSync(join(folder, 'x.tbx'), content)
    return spawnSync('xmllint', ['--nonet', '--noout', '--relaxng', join(import.meta.dirname, 'tbx-basic.rng'), 'x.tbx'], {
      cwd: folder,
      encoding: 'utf8',
    })
  }
  const written = (to?: string) => [...writeGlossary([...glossary.entries], 'tbx', to === undefined ? {} : { to }).lines].join('\n')

  test.each([undefined, 'en', 'de'])('names in %s: as the standard has them', (to) => {
    expect(check(written(to))).toMatchObject({ stderr: expect.stringContaining('x.tbx validates'), status: 0 })
  })

  test.each([
    ['an id that is none', /id="[^"]*"/, 'id="3m"'],
    ['a note behind the languages', /<\/conceptEntry>/, '<note>late</note></conceptEntry>'],
    ['a status that there is not', 'preferredTerm-admn-sts', 'preferred'],
    ['a field of a term where concepts have it', /<min:partOfSpeech>noun/, '<min:subjectField>x</min:subjectField><min:partOfSpeech>noun'],
    ['no source of the file', /<sourceDesc>.*<\/sourceDesc>/, ''],
  ])('%s is found', (_, right, wrong) => {
    const broken = written('en').replace(right, wrong)
    expect(broken).not.toBe(written('en'))
    expect(check(broken).status).not.toBe(0)
  })
})
