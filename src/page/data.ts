/** Where a view's rows come from: files beside the page, or the server that serves it. */

/** Rows of one page of a kind. */
export interface Slice<Row> {
  /** Rows of all pages. */
  readonly total: number
  readonly pages: number
  readonly rows: readonly Row[]
}

/** What a server writes into every page it serves; a page from disk has none. */
export const token = document.querySelector<HTMLMetaElement>('meta[name="synoptic-token"]')?.content

/** The folder of this script: the report's. */
const folder = (document.currentScript as HTMLScriptElement | null)?.src ?? document.baseURI

const waiting = new Map<string, (value: unknown) => void>()

// Data from disk are scripts, `synoptic.data("names", 0, {…})`: Chromium lets no page from disk fetch anything.
Object.assign(globalThis, {
  synoptic: { data: (kind: string, page: number, value: unknown) => waiting.get(`${kind} ${page}`)?.(value) },
})

const loads = new Map<string, Promise<unknown>>()

/**
 * The rows of a page, which from disk are read once.
 * @param page from 0
 * @param asked what a server is to look for; on disk there is nobody to look, and all rows come
 * @throws Error when there is no such page, or the server refuses
 */
export function load<Row>(kind: string, page: number, asked: Readonly<Record<string, string>> = {}): Promise<Slice<Row>> {
  if (token !== undefined) return ask(`/api/${kind}?${new URLSearchParams({ page: String(page), ...asked })}`)
  const key = `${kind} ${page}`
  const known = loads.get(key) ?? loadScript(kind, page)
  loads.set(key, known)
  return known as Promise<Slice<Row>>
}

function loadScript(kind: string, page: number): Promise<unknown> {
  const file = `data/${kind}-${String(page).padStart(3, '0')}.js`
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    waiting.set(`${kind} ${page}`, resolve)
    // When the file is there and says nothing, its value does not come either.
    const fail = (): void => reject(new Error(`${file} is missing or broken`))
    script.onload = fail
    script.onerror = fail
    script.src = new URL(file, folder).href
    document.head.append(script)
  })
}

/** What the server says at `path`. @throws Error with the server's own words */
export async function ask<Value>(path: string, body?: unknown): Promise<Value> {
  const response = await fetch(path, body === undefined ? {} : { method: 'POST', headers: headers(), body: JSON.stringify(body) })
  const answer = await response.json().catch(() => ({ error: `${response.status} ${response.statusText}` }))
  if (!response.ok) throw new Error(answer.error ?? response.statusText)
  return answer
}

function headers(): Record<string, string> {
  return { 'Content-Type': 'application/json', 'X-Synoptic-Token': token ?? '' }
}
