/** Variant: a build that only tests see, in a folder of its own, served for one test file. */
import { join } from 'node:path'
import { type Plugin, build, preview } from 'vite'

const root = join(import.meta.dirname, '..')

export interface Variant {
  readonly url: string
  readonly close: () => Promise<void>
}

/** `page`: the HTML file to start from, from the root of the repository. */
export const serveVariant = async (
  name: string,
  page: string,
  plugins: readonly Plugin[],
): Promise<Variant> => {
  const outDir = `.results/variants/${name}-${process.pid}`
  await build({
    ...{ root, logLevel: 'error', plugins: [...plugins] },
    build: { outDir, rolldownOptions: { input: join(root, page) } },
  })
  // Any port that is free.
  const server = await preview({ root, logLevel: 'error', preview: { port: 0 }, build: { outDir } })
  const { port } = server.httpServer.address() as { readonly port: number }
  return { url: `http://localhost:${port}/${page}`, close: () => server.close() }
}
