import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

export default defineConfig({
  // Relative, so that one build runs from any folder of any server.
  base: './',
  plugins: [react(), contentSecurityPolicy(), leanKatex()],
  build: {
    target: 'es2022',
    // A font as a data: address would be refused by font-src 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    // What the page loads at once, and what it loads next, is one chunk each: cut up by which view uses what, they would pack less well.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'initial', tags: ['$initial'] },
            {
              name: 'inspector',
              test: /src\/(panels\/(Inspector|Formula|MatrixThumb|NumberGrid|useScales)|notation\/tex|engine\/(term|inline))\.tsx?$/,
            },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
})

/** Adds the policy to the built page; not in development, where vite injects styles inline. */
function contentSecurityPolicy(): Plugin {
  const policy = {
    'default-src': "'self'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' blob: data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
  }
  const content = Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')
  return {
    name: 'unfold:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content },
        injectTo: 'head-prepend',
      },
    ],
  }
}

/** KaTeX's fonts that the program's formulas are written in. */
const usedFonts = /^(Main-(Regular|Bold)|Math-(Italic|BoldItalic)|Size\d-Regular)$/

/** Leaves KaTeX its measures of the fonts in use, and the woff2 of each: every browser that runs the build reads it. */
function leanKatex(): Plugin {
  return {
    name: 'unfold:lean-katex',
    enforce: 'pre',
    transform: {
      filter: { id: /katex(\.min\.css|\.mjs)$/ },
      handler(code, id) {
        const isStyle = id.endsWith('.css')
        const part = isStyle
          ? /@font-face\{[^}]*?KaTeX_(\w+-\w+)\.woff2[^}]*\}/g
          : /^ {2}"(\w+-\w+)": \{[^}]*\}/gm
        let found = 0
        const lean = code.replace(part, (face: string, font: string) => {
          found += 1
          if (usedFonts.test(font)) return face
          // A letter without measures is still drawn; of a font without an entry it would be an error.
          return isStyle ? '' : `  "${font}": {}`
        })
        if (found < 18) this.error(`18 fonts or more were expected in ${id}, ${found} were found`)
        return lean.replace(/,\s*url\([^)]*\.(woff|ttf)\)\s*format\([^)]*\)/g, '')
      },
    },
  }
}
