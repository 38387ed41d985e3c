/** Size of the sources: lines per file and the longest functions of src, tests apart. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseSync } from 'vite'

const root = join(import.meta.dirname, '..')
const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  .map((file) => ({ ...file, lines: linesIn(file.text) }))
const isTest = ({ path }) => /\.test\.tsx?$/.test(path)
const sources = files.filter((file) => !isTest(file)).sort((a, b) => b.lines - a.lines)
const functions = sources.flatMap(functionsOf).sort((a, b) => b.lines - a.lines)

print('Lines per file', sources)
print('Longest functions', functions.slice(0, 15))
console.log(
  `\n${sources.length} files, ${sum(sources)} lines; median file ${quantile(sources, 0.5)}, ` +
    `90 % of functions up to ${quantile(functions, 0.1)} lines; tests ${sum(files.filter(isTest))} lines`,
)
const change = changeAgainstMain()
if (change) console.log(`Against main:${change}`)

function print(title, rows) {
  console.log(`\n${title}`)
  for (const { path, name, lines } of rows) {
    console.log(`${String(lines).padStart(5)}  ${path}${name ? `  ${name}` : ''}`)
  }
}

/** Every function of a file with its length; an arrow takes the name of what it is assigned to. */
function functionsOf({ path, text }) {
  const found = []
  const visit = (node, name) => {
    if (Array.isArray(node)) return node.forEach((child) => visit(child, name))
    if (typeof node?.type !== 'string') return
    const isFunction = /^(ArrowFunctionExpression|Function(Declaration|Expression))$/.test(
      node.type,
    )
    const own = node.id?.name ?? (node.type === 'Property' ? node.key.name : undefined) ?? name
    if (isFunction) {
      found.push({ path, name: own ?? '(inner)', lines: linesIn(text.slice(node.start, node.end)) })
    }
    const keepsName = /^(VariableDeclarator|Property|MethodDefinition)$/.test(node.type)
    for (const child of Object.values(node)) {
      if (child && typeof child === 'object') visit(child, keepsName ? own : undefined)
    }
  }
  visit(parseSync(path, text).program, undefined)
  return found
}

function linesIn(text) {
  return text.trimEnd().split('\n').length
}

function sum(rows) {
  return rows.reduce((total, { lines }) => total + lines, 0)
}

/** Rows come longest first. */
function quantile(rows, part) {
  return rows[Math.floor(rows.length * part)]?.lines ?? 0
}

function changeAgainstMain() {
  try {
    const command = ['diff', '--shortstat', 'main', '--', 'src']
    const stdio = ['ignore', 'pipe', 'ignore']
    return execFileSync('git', command, { cwd: root, encoding: 'utf8', stdio }).trimEnd()
  } catch {
    return ''
  }
}
