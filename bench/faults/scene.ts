/** What the campaigns have in common: an input, a server that translates by marking, a run that nothing disturbed. */
import { join } from 'node:path'
import { type MarkingServer, startServer } from '../../tests/cli/server.ts'
import { folderOf, snapshot, synoptic } from '../../tests/cli/synoptic.ts'

export interface Scene extends AsyncDisposable {
  /** Holds the input and the settings; outputs go here. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** All files of an undisturbed run's output, by path, but for run.json. */
  readonly expected: Readonly<Record<string, string>>
  /** Milliseconds that the undisturbed run took. */
  readonly duration: number
  readonly server: MarkingServer
}

const towns = ['Aachen', 'Bremen', 'Coburg', 'Dresden', 'Emden', 'Fulda', 'Gotha', 'Halle', 'Jena', 'Kassel']

/** @param shards of so many `articles` each, of six sentences, no two alike */
export async function openScene(shards: number, articles: number): Promise<Scene> {
  const server = await startServer(5)
  const dump = Array.from({ length: shards * articles }, (_, at) => {
    const town = towns[at % towns.length]
    const sentence = (number: number): string =>
      `Der Bahnhof Nummer ${at} in ${town} hat im Jahr ${1850 + ((at + number) % 60)} nicht weniger als ${at * 6 + number} Reisende gesehen.`
    return JSON.stringify({ id: `station-${at}`, title: `Bahnhof ${at}`, text: [0, 1, 2, 3, 4, 5].map(sentence).join(' '), language: 'de' })
  })
  const cwd = await folderOf({ 'dump.jsonl': dump.join('\n'), 'synoptic.config.json': JSON.stringify({ shardArticles: articles }) })
  const env = { LIBRETRANSLATE_URL: server.url }
  const started = performance.now()
  const { code, stderr } = await synoptic(['run', 'dump.jsonl', '-o', 'undisturbed', '--jobs', '2'], { cwd, env })
  if (code !== 0) throw new Error(stderr)
  return {
    cwd,
    env,
    expected: await resultsOf(join(cwd, 'undisturbed')),
    duration: performance.now() - started,
    server,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

/** What a run leaves, but for how long it took. */
export async function resultsOf(output: string): Promise<Record<string, string>> {
  const { 'run.json': _times, ...results } = await snapshot(output)
  return results
}

/** Paths whose content differs, or that only one has. */
export function differences(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => a[path] !== b[path]).sort()
}
