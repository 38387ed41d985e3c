/** Run: `npm run bench` runs all parts in turn, `npm run bench -- engine` the named ones. */

interface Part {
  readonly bench: () => void | Promise<void>
}

const names = ['engine', 'page', 'workers', 'bundle']

// A glob, and not imports, since it leaves out what is not there.
const parts = import.meta.glob<Part>(['./engine.ts', './page.ts', './workers.ts', './bundle.ts'])

const wanted = process.argv.slice(2)
for (const name of names) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const load = parts[`./${name}.ts`]
  if (load) await (await load()).bench()
  else console.log(`\n${name}: skipped, there is no bench/${name}.ts.`)
}
