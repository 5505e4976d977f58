import type { EngineCode } from '../../errors.ts'

/** What to do when a LibreTranslate server does not serve, as phrases for people. */
export const remedies = {
  'not-set-up': 'set LIBRETRANSLATE_URL, for example to http://localhost:5000 (docker compose up starts a server there)',
  unreachable: 'start the server, or check LIBRETRANSLATE_URL; a first start downloads its models and takes a while',
  redirected: 'set LIBRETRANSLATE_URL to the address that it leads to, if you trust it',
  untrusted: 'name the certificate that signed it in NODE_EXTRA_CA_CERTS=/path/to/ca.pem',
  unauthorized: 'set LIBRETRANSLATE_API_KEY to a key of that server',
  banned: 'run again later, with a lower concurrency or with an API key of that server; a server of your own forgets bans when it restarts',
  'rate-limited': 'run again later, with a lower concurrency, or with an API key of that server; what is translated is kept',
  'unsupported-pair':
    'start the server with both languages (--load-only), or give a translation memory; `synoptic engines` lists what it serves',
  'refused-text': 'shorten the text, or raise the limits of the server',
  'bad-answer': 'check that LIBRETRANSLATE_URL is the address of a LibreTranslate server, with its prefix if it has one',
} satisfies Record<EngineCode, string>
