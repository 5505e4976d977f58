/** Who asks what of `serve`, and what is refused. */
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { review } from '../../src/review/index.ts'
import { ask, emptyFolder, project, serve } from './served.ts'

const judgements = [{ judgement: 'wrong', canonical: 'Lise Meitner', surface: 'Maitner' }]

describe('serve', () => {
  test('answers for its own address alone', async () => {
    const { url } = await serve((await project()).output)
    const { port } = new URL(url)
    for (const host of ['evil.example', `evil.example:${port}`, `localhost:${port}`, '127.0.0.1', `127.0.0.1:${Number(port) - 1}`])
      expect((await ask(url, '/report/index.html', { headers: { Host: host } })).status, host).toBe(421)
    expect((await ask(url, '/api/state', { headers: { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' } })).status).toBe(403)
    const link = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }
    expect((await ask(url, '/report/index.html', { headers: link })).status).toBe(200)
    expect((await ask(url, '/')).headers.location).toBe('/report/index.html')
  })

  test('takes judgements from its own pages alone', async () => {
    const { post, url } = await serve((await project()).output)
    for (const forged of [
      { Origin: 'http://evil.example' },
      { Origin: 'null' },
      { Origin: url },
      { 'X-Synoptic-Token': '' },
      { 'X-Synoptic-Token': 'a'.repeat(43) },
      { Host: 'evil.example' },
      { 'Content-Type': 'text/plain' },
      { 'Content-Type': 'application/x-www-form-urlencoded' },
    ])
      expect((await post('judgements', { judgements }, forged)).status, JSON.stringify(forged)).toBeOneOf([403, 415, 421])
    expect((await ask(url, '/api/judgements', { method: 'POST', body: '{}' })).status).toBe(403)
    expect((await ask(url, '/api/judgements', { method: 'PUT' })).status).toBe(405)
    expect((await ask(url, '/api/judgements', { method: 'GET' })).status).toBe(404)
    expect((await post('judgements', { judgements })).status).toBe(200)
  })

  test('refuses what is too large, no JSON, or unknown', async () => {
    const { post, get } = await serve((await project()).output)
    const huge = await post('judgements', { judgements: [{ ...judgements[0], surface: 'x'.repeat(5 << 20) }] })
    expect(huge.status).toBe(413)
    expect(huge.json.error).toContain('expected at most')
    expect((await post('constructor', {})).status).toBe(404)
    expect((await get('/api/__proto__')).status).toBe(404)
    expect((await get('/api/names')).status).toBe(200)
  })

  test('serves the report and what it links to, with types and a strict policy', async () => {
    const { get } = await serve((await project()).output)
    const types = {
      '/report/index.html': 'text/html',
      '/report/data/names-000.js': 'text/javascript',
      '/names.tsv': 'text/tab-separated-values',
      '/text/one.en.txt': 'text/plain',
    }
    for (const [path, type] of Object.entries(types)) {
      const { status, headers } = await get(path)
      expect([status, headers['content-type']], path).toEqual([200, `${type}; charset=utf-8`])
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
      expect(headers).toMatchObject({ 'cross-origin-resource-policy': 'same-origin', 'x-content-type-options': 'nosniff' })
    }
    expect((await get('/report/articles/one.html')).body).toContain('<meta name="synoptic-token"')
  })

  test('serves nothing else, by whatever way', async () => {
    const { output } = await project()
    const { get } = await serve(output)
    await writeFile(join(output, '..', 'secret.txt'), 'secret')
    await mkdir(join(output, 'text', 'deep'))
    await symlink(join(output, '..', 'secret.txt'), join(output, 'text', 'linked.txt'))
    const ways = [
      '/run.json',
      '/.synoptic/run.json',
      '/review/cards.jsonl',
      '/report/../run.json',
      '/report/..%2frun.json',
      '/report/%2e%2e/run.json',
      '/text/..%5c..%5csecret.txt',
      '/text/../../secret.txt',
      '/text/linked.txt',
      '/text/deep',
      '/text//one.en.txt',
      '/text/one.en.txt%00.html',
      '/%',
      '//report/index.html',
    ]
    for (const path of ways) expect((await get(path)).status, path).toBe(404)
    const absolute = await get('http://evil.example/report/index.html')
    expect(absolute.status).not.toBe(200)
  })
})

describe('an output without a report to judge on', () => {
  test('is an error that says what to do', async () => {
    const folder = await emptyFolder()
    await expect(review(folder)).rejects.toThrow(`${folder}: no finished run is there; name the folder that`)
    const { output } = await project()
    await rm(join(output, 'review'), { recursive: true })
    await expect(review(output)).rejects.toThrow('these results are of another version of this program')
  })

  test('is made by the next run where an earlier version left none', async () => {
    const { output, run } = await project()
    await rm(join(output, 'review'), { recursive: true })
    await run()
    await serve(output)
  })
})
