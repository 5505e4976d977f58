import type { Remedies } from '../remedied.ts'

/** What to do when the built-in engine does not serve, as phrases for people. */
export const remedies: Remedies = {
  'not-set-up':
    'fetch it with `synoptic models fetch` (as in: models fetch de-en), or run with --yes; or set LIBRETRANSLATE_URL to use a server',
  unreachable: 'check the network, name a copy of the models with --model-mirror URL, or a folder that holds them with --model-dir',
  'unsupported-pair': '`synoptic models list --all` lists the pairs there are; a server (LIBRETRANSLATE_URL) may have others',
  'bad-answer': 'try again later, or from another copy of the models (--model-mirror URL)',
  'refused-text': 'shorten the text',
}
