import { describe, expect, it } from 'vitest'
import { RejectError } from '../../src/errors.ts'
import { decodeHtml, decodeText } from '../../src/read/decode.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const page = (head: string, body: string) => latin(`<html><head>${head}</head><body>${body}</body></html>`)
const details = ({ warnings }: { warnings: readonly { detail: string }[] }) => warnings.map(({ detail }) => detail)

describe('a page is decoded', () => {
  it.each([
    ['without a declaration as windows-1252', page('', '\x93caf\xe9\x94 \x80'), '“café” €'],
    ['as windows-1252 where Latin-1 is declared', page('<meta charset="iso-8859-1">', 'it\x92s'), 'it’s'],
    ['as windows-1252 where nobody knows the label', page('<meta charset="nonsense">', 'caf\xe9'), 'café'],
    ['by what is usual in its language', latin('<html lang="ru-RU"><p>\xcf\xf0\xe8\xe2\xe5\xf2</p>'), 'Привет'],
    ['by what is usual in its language and script', latin('<html lang="zh-TW"><p>\xa4\xa4\xa4\xe5</p>'), '中文'],
    [
      'by its declaration in http-equiv',
      page('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', '\xd6\xd0\xce\xc4'),
      '中文',
    ],
    ['by an XML declaration', latin('<?xml version="1.0" encoding="koi8-r"?><html><p>\xd0\xd2\xc9\xd7\xc5\xd4'), 'привет'],
    ['in Shift_JIS', page('<meta charset=Shift_JIS>', '\x93\xfa\x96{'), '日本'],
    ['not by a declaration in a comment', page('<!-- <meta charset="koi8-r"> -->', 'caf\xe9'), 'café'],
    ['as UTF-8 where it is, whatever it declares', Buffer.from('<meta charset="iso-8859-1"><p>Žluťoučký'), 'Žluťoučký'],
    ['as UTF-8 where a UTF-16 declaration could be read', page('<meta charset="utf-16">', 'plain'), 'plain'],
    ['as UTF-16 without a byte order mark', Buffer.from('<html><body><p>Žluťoučký 中文</p>', 'utf16le'), 'Žluťoučký 中文'],
    ['as UTF-16, big end first', Buffer.from('<html><body><p>Žluťoučký</p>', 'utf16le').swap16(), 'Žluťoučký'],
    ['by its byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('<meta charset="koi8-r">é')]), 'é'],
  ])('%s', (_, bytes, expected) => {
    const decoded = decodeHtml(bytes)
    expect(decoded.text).toContain(expected)
    expect(decoded.warnings).toEqual([])
  })

  it('as it is told to be', () => {
    expect(decodeHtml(page('<meta charset="utf-8">', '\xef\xf0\xe8\xe2\xe5\xf2'), { encoding: 'windows-1251' }).text).toContain('привет')
  })

  it('with a bad byte as UTF-8, and says where', () => {
    const bytes = Buffer.concat([Buffer.from('<p>Žluťoučký\n'), Buffer.from([0xff]), Buffer.from(' kůň')])
    const decoded = decodeHtml(bytes)
    expect(decoded.text).toBe('<p>Žluťoučký\n\uFFFD kůň')
    expect(details(decoded)).toEqual(['1 place(s) that are not utf-8 became U+FFFD, the first in line 2, byte 17 (0xff)'])
  })

  it('cut inside a character', () => {
    const bytes = Buffer.from('<p>Žluťoučký')
    expect(decodeHtml(bytes.subarray(0, -1)).text).toBe('<p>Žluťoučk\uFFFD')
  })

  it('without its NULs', () => {
    const decoded = decodeHtml(Buffer.from('<p>one\0 two</p><p>and three words more</p>'))
    expect(decoded.text).toBe('<p>one two</p><p>and three words more</p>')
    expect(details(decoded)).toEqual(['1 NUL character(s) were dropped'])
  })

  it('not, when it is a picture', () => {
    const picture = Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * at * 31 + at * 7) % 256))
    expect(() => decodeHtml(picture)).toThrow(RejectError)
    expect(() => decodeHtml(picture)).toThrow(/control characters .* not a text file/)
  })
})

describe('plain text is decoded', () => {
  it('as UTF-16 without a byte order mark', () => {
    expect(decodeText(Buffer.from('Žluťoučký kůň', 'utf16le')).text).toBe('Žluťoučký kůň')
  })

  it('with a bad byte in good company as UTF-8', () => {
    const decoded = decodeText(Buffer.concat([Buffer.from('Žluťoučký kůň '), Buffer.from([0xe9])]), { firstLine: 7 })
    expect(decoded.text).toBe('Žluťoučký kůň \uFFFD')
    expect(details(decoded)[0]).toContain('line 7, byte')
  })

  it('in no encoding that it does not name', () => {
    expect(() => decodeText(latin('caf\xe9 cr\xe8me'))).toThrow('--encoding windows-1252')
    expect(decodeText(latin('caf\xe9 cr\xe8me'), { encoding: 'latin1' }).text).toBe('café crème')
  })
})
