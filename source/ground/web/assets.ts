import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Env, Hono } from 'hono'
import { programFolder } from '../program.ts'
import { accentStyles } from './accent.ts'
import { fontFiles } from './fonts.ts'
import { islandFiles } from './islands.ts'
import { encode, encodingFor } from './page-cache.ts'
import { styleFiles } from './styles/order.ts'

type Asset = {
  path: string
  mediaType: string
  body: Buffer
  packed: Partial<Record<'br' | 'gzip' | 'identity', Buffer>>
}

const require = createRequire(new URL('package.json', programFolder))
const webFolder = new URL('source/ground/web/', programFolder)

/**
 * The files that pages load. The style sheet and the islands carry a fingerprint in their names and are kept by browsers
 * for ever; fonts are kept for a year under their package's version.
 */
const assets: Asset[] = [styleSheet(), ...fonts(), mark(), ...islands()]

export const styleAddress: string = assets[0]?.path ?? ''

function styleSheet(): Asset {
  const css = styleFiles.map(name => readFileSync(new URL(`styles/${name}`, webFolder), 'utf8')).join('\n')
  const body = Buffer.from(css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s+/gm, ''))
  const fingerprint = createHash('sha256').update(body).digest('hex').slice(0, 10)
  return { path: `/assets/perenne.${fingerprint}.css`, mediaType: 'text/css; charset=utf-8', body, packed: {} }
}

function fonts(): Asset[] {
  return fontFiles.map(({ name, packagePath }) => ({
    path: `/assets/fonts/${name}.woff2`,
    mediaType: 'font/woff2',
    body: readFileSync(require.resolve(packagePath)),
    packed: {},
  }))
}

function mark(): Asset {
  return {
    path: '/assets/mark.svg',
    mediaType: 'image/svg+xml',
    body: readFileSync(new URL('icons/mark.svg', webFolder)),
    packed: {},
  }
}

function islands(): Asset[] {
  return islandFiles.map(file => ({ ...file, mediaType: 'text/javascript; charset=utf-8', packed: {} }))
}

export function assetRoutes<E extends Env>(app: Hono<E>): void {
  app.get('/assets/:file{accent-[0-9a-f]{6}-1\\.css}', c => {
    const colour = `#${c.req.param('file').slice(7, 13)}`
    return new Response(accentStyles(colour), {
      headers: {
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      },
    })
  })
  for (const asset of assets) {
    app.get(asset.path, c => {
      const encoding = asset.mediaType.startsWith('font/') ? 'identity' : encodingFor(c.req.header('accept-encoding'))
      const body = (asset.packed[encoding] ??= encode(asset.body, encoding))
      return new Response(body as Buffer<ArrayBuffer>, {
        headers: {
          'content-type': asset.mediaType,
          'cache-control': 'public, max-age=31536000, immutable',
          'x-content-type-options': 'nosniff',
          vary: 'accept-encoding',
          ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
        },
      })
    })
  }
}
