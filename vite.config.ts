import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

export default defineConfig({
  // Relative, so that one build runs from any folder of any server.
  base: './',
  plugins: [react(), contentSecurityPolicy(), woff2Only()],
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

/** Leaves the woff2 of each KaTeX font: every browser that runs the build reads it. */
function woff2Only(): Plugin {
  return {
    name: 'unfold:woff2-only',
    enforce: 'pre',
    transform: {
      filter: { id: /katex(\.min)?\.css$/ },
      handler: (css) => css.replace(/,\s*url\([^)]*\.(woff|ttf)\)\s*format\([^)]*\)/g, ''),
    },
  }
}
