/**
 * How well entries are proposed from texts whose names are known, with an empty glossary; beside what is commonly done. All passages of a set
 * are one corpus, a document each.
 *
 * [SYNOPTIC_DATA=…] npx jiti bench/suggest.ts [--held]
 */
import { Glossary } from '../src/glossary/index.ts'
import { type SurveyedText, suggest } from '../src/suggest/index.ts'
import { hardSets, ownSets, sharedSet, type TestSet } from './names/sets.ts'
import { byForm, byJaroWinkler } from './suggest/baselines.ts'
import { type Cluster, score } from './suggest/score.ts'

const data = process.env.SYNOPTIC_DATA
const sets = [
  ...(await ownSets()),
  ...(await hardSets(process.argv.includes('--held') ? 'held' : 'tune')),
  ...(data === undefined ? [] : [sharedSet(data)]),
]

async function proposed(corpus: readonly TestSet[]): Promise<Cluster[]> {
  const texts = corpus.flatMap(({ passages }) => passages).map(({ language, text }, at) => ({ id: String(at), language, text }))
  const proposals = await suggest(
    async function* (): AsyncGenerator<SurveyedText> {
      yield* texts
    },
    { glossary: new Glossary([]) },
  )
  return proposals.map(({ entry, spellings }) => ({
    canonical: entry.canonical,
    spellings: new Map(spellings.map(({ surface, count }) => [surface, count])),
  }))
}

const methods: readonly (readonly [name: string, propose: (corpus: readonly TestSet[]) => Cluster[] | Promise<Cluster[]>])[] = [
  ['capitalized runs', byForm],
  ['capitalized runs, Jaro–Winkler ≥ .88', (corpus) => byJaroWinkler(corpus, 0.88)],
  ['Synoptic', proposed],
]

for (const glossary of new Set(sets.map((set) => set.glossary))) {
  const corpus = sets.filter((set) => set.glossary === glossary)
  const mentions = corpus.flatMap(({ passages }) => passages).reduce((sum, { gold }) => sum + gold.length, 0)
  console.log(`\n${corpus[0]!.name.split(' ')[0]}, ${glossary.entries.length} names, ${mentions} mentions`)
  console.log(`${''.padEnd(38)}entries  named  pairs right  pairs found  marked  proposals`)
  for (const [name, propose] of methods) {
    const { recall, named, precision, together, marked, proposals } = score(corpus, await propose(corpus))
    const shares = [recall, named, precision, together, marked].map((share) => share.toFixed(3).padEnd(9))
    console.log(`${name.padEnd(38)}${shares.join('')}${proposals}`)
  }
}
