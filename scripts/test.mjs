/**
 * The whole test run: types, lint and format side by side; unit tests; the production build; the
 * end-to-end tests against it. Its last line is the sum of all tests. What fails does not stop
 * the rest, except that without a build or a browser there is nothing to test end to end.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const results = join(root, '.results')
const unitReport = join(results, 'unit.json')
const e2eReport = join(results, 'e2e.json')
const lintArguments = ['-c', 'oxlint.config.mjs', '--deny-warnings']

const failures = []
const total = { passed: 0, failed: 0 }

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const checks = await Promise.all([
  run('tsc', ['--noEmit'], { quiet: true }),
  run('oxlint', lintArguments, { quiet: true }),
  run('oxfmt', ['--check'], { quiet: true }),
])
;['types', 'lint', 'format'].forEach((name, i) => check(name, checks[i]))

const unit = await run('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
])
count('unit', unit, unitReport, (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
}))

const isBuilt = check('build', await run('vite', ['build', '--logLevel', 'warn']))
const hasBrowser =
  isBuilt && check('browser', await run(process.execPath, ['scripts/installBrowser.mjs']))
if (hasBrowser) {
  const e2e = await run('playwright', ['test', '--reporter=list,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport },
  })
  count('e2e', e2e, e2eReport, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
  }))
}

console.log(failures.length ? `\nFailed: ${failures.join(', ')}` : '\nAll is well.')
process.exitCode = failures.length ? 1 : 0
console.log(`${total.passed} passed, ${total.failed} failed`)

/** A step that is no test: one failure if it fails, and nothing if it passes. */
function check(name, { code, output }) {
  if (output !== undefined) {
    console.log(`${code === 0 ? '✓' : '✗'} ${name}`)
    if (code !== 0) console.log(output)
  }
  if (code === 0) return true
  failures.push(name)
  total.failed += 1
  return false
}

/** Adds a runner's tests to the sum; a runner that failed without a failed test counts as one. */
function count(name, { code }, report, read) {
  let sums = { passed: 0, failed: 0 }
  try {
    sums = read(JSON.parse(readFileSync(report, 'utf8')))
  } catch (error) {
    console.log(`${name}: no report (${error.message})`)
  }
  const failed = sums.failed === 0 && code !== 0 ? 1 : sums.failed
  total.passed += sums.passed
  total.failed += failed
  if (failed > 0 || code !== 0) failures.push(name)
}

/** Runs a program of this project to its end; `quiet` keeps what it prints for later. */
function run(name, parameters, { quiet = false, env = {} } = {}) {
  const PATH = join(root, 'node_modules', '.bin') + delimiter + process.env.PATH
  return new Promise((resolve) => {
    const child = spawn(name, parameters, {
      cwd: root,
      env: { ...process.env, PATH, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32' && name !== process.execPath,
    })
    let output = quiet ? '' : undefined
    child.stdout?.on('data', (text) => (output += text))
    child.stderr?.on('data', (text) => (output += text))
    child.on('error', (error) => resolve({ code: 1, output: (output ?? '') + error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
