/** Gradient: the words of what a gradient is the sum of, in every language; they come with it. */
import type { EquationForm } from '../engine/inline'
import type { Widened } from './widened'

const lists = new Intl.ListFormat('en', { type: 'conjunction' })
const plurals = new Intl.PluralRules('en')
const list = (items: readonly string[]) => lists.format(items)
const plural = (n: number, one: string, other: string) =>
  `${n} ${plurals.select(n) === 'one' ? one : other}`

const en = {
  noGradient: 'No gradient: the loss does not depend on it in a differentiable way.',
  sideBranch: 'A side branch: no gradient passes here.',
  notInLoss: 'The loss is not computed from it.',
  /** In place of the former; and after “Nothing is computed from it.” */
  metAgain: (source: string, gradient: string, operation: string) =>
    `The loss is computed from ${source} itself; the same ${operation} is met again in ${gradient}.`,
  /** `others`: those from which nothing leads to the loss. */
  paths: (sources: readonly string[], others: readonly string[]) =>
    `${plural(sources.length, 'path leads', 'paths lead')} from here to the loss: through ${list(sources)}. ${
      others.length > 0
        ? `From ${list(others)} comes back 0.`
        : 'What comes back along each is added.'
    }`,
  sharedPaths: (n: number) =>
    `Used at ${plural(n, 'step', 'steps')}, always the same numbers: its gradient is the sum of what each step adds.`,
  inLedger: (t: number) =>
    `Column ${t} below is what step ${t} adds, a square for each number. Press a picture there for its numbers and their check.`,
  noPath: 'No path leads from here to the loss: its gradient is exactly 0.',
  toward: (name: string) => `Along the edge to ${name}:`,
  cut: 'cut',
  restore: 'restore',
  cutFrom: (name: string) => `Cut what comes from ${name}`,
  restoreFrom: (name: string) => `Restore what comes from ${name}`,
  cutHint: (name: string) => `Leave out what ${name} sends back, and see what that changes`,
  leftOut: (sum: string) => `${sum} is now without it`,
  restoreHint: (name: string) => `Let what ${name} sends back through again`,
  form: 'Form of the equation',
  forms: { graph: 'graph', book: 'book' } satisfies Record<EquationForm, string>,
  formHints: {
    graph: 'Form “graph”: every gradient by its name, as on the graph.',
    book: 'Form “book”: what the book gives no name, such as ∇a, is written out.',
  } satisfies Record<EquationForm, string>,
}

export type GradientWords = Widened<typeof en>

const listsZh = new Intl.ListFormat('zh-CN', { type: 'conjunction' })
const listZh = (items: readonly string[]) => listsZh.format(items).replace('和', ' 和 ')

const zh: GradientWords = {
  noGradient: '没有梯度：损失不以可微的方式依赖它。',
  sideBranch: '旁支：没有梯度经过这里。',
  notInLoss: '损失不由它算出。',
  metAgain: (source, gradient, operation) =>
    `损失直接由 ${source} 算出；${gradient} 中会再次出现同样的 ${operation}。`,
  paths: (sources, others) =>
    `从这里到损失有 ${sources.length} 条路径：经过 ${listZh(sources)}。${
      others.length > 0 ? `从 ${listZh(others)} 传回的是 0。` : '各条路径传回的梯度相加。'
    }`,
  sharedPaths: (n) => `${n} 个时间步共享同一组数：它的梯度是各步贡献之和。`,
  inLedger: (t) =>
    `下表第 ${t} 列就是第 ${t} 步的贡献，一格对应一个数。点按其中的小图，可看到这些数和对它们的检验。`,
  noPath: '从这里到损失没有路径：梯度恰好为 0。',
  toward: (name) => `沿通向 ${name} 的边：`,
  cut: '切断',
  restore: '恢复',
  cutFrom: (name) => `切断来自 ${name} 的部分`,
  restoreFrom: (name) => `恢复来自 ${name} 的部分`,
  cutHint: (name) => `去掉 ${name} 传回的部分，看看会改变什么`,
  leftOut: (sum) => `${sum} 不再含此项`,
  restoreHint: (name) => `让 ${name} 传回的部分重新通过`,
  form: '公式的形式',
  forms: { graph: '计算图', book: '书中' },
  formHints: {
    graph: '“计算图”形式：每个梯度都用名字表示，与图中一致。',
    book: '“书中”形式：书中没有命名的量（如 ∇a）展开写出。',
  },
}

export const gradientWords: Readonly<Record<'en' | 'zh', GradientWords>> = { en, zh }
