/** Bundle: gzip size of the scripts of the built page, and of those that index.html loads at once. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { printTable } from './measure'

const limitKb = 130

export const bench = (): void => {
  const dist = join(process.cwd(), 'dist')
  if (!existsSync(join(dist, 'index.html'))) {
    console.log('\nBundle: skipped, there is no dist/index.html (npm run build makes it).')
    return
  }
  const atOnce = new Set(loadedAtOnce(readFileSync(join(dist, 'index.html'), 'utf8')))
  const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.m?js$/.test(path))
    .map((path) => {
      const content = readFileSync(join(dist, path))
      return { path, bytes: content.length, gzip: gzipSync(content, { level: 9 }).length }
    })
    .toSorted((a, b) => b.gzip - a.gzip)
  const sum = scripts
    .filter(({ path }) => atOnce.has(path))
    .reduce((sum, { gzip }) => sum + gzip, 0)
  printTable('Scripts of the built page (kB)', [
    ['script', 'size', 'gzip', 'loaded at once'],
    ...scripts.map(({ path, bytes, gzip }) => [
      ...[path, kb(bytes), kb(gzip), atOnce.has(path) ? 'yes' : ''],
    ]),
    ['together, at once', '', kb(sum), `${sum <= 1000 * limitKb ? '≤' : '>'} ${limitKb}`],
  ])
}

/** Paths in dist of a page's scripts and of the modules that it preloads. */
export const loadedAtOnce = (html: string): readonly string[] =>
  [...html.matchAll(/<(script|link)\b[^>]*>/g)].flatMap(([tag, name]) => {
    const path = /\b(?:src|href)="(?:\.?\/)?([^"]+)"/.exec(tag)?.[1]
    const isLoaded = name === 'script' || /\brel="modulepreload"/.test(tag)
    return path && isLoaded ? [path] : []
  })

const kb = (bytes: number): string => (bytes / 1000).toFixed(1)
