/** Loop: the words of the view of a loop that becomes a graph, in every language; they come with the view. */
import type { Widened } from './widened'

const count = (n: number) => new Intl.NumberFormat('en').format(n)
const plural = (n: number, one: string, other: string) =>
  `${n} ${new Intl.PluralRules('en').select(n) === 'one' ? one : other}`

const oneDigit = {
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 1 }),
  zh: new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 1 }),
}

const en = {
  unfold: 'Unfold',
  fold: 'Fold',
  halt: 'Stop here',
  finished: 'All numbers are of the whole run, wherever the playhead stands.',
  position: 'Unfolding',
  /** `out`: a whole number; between two of them a copy is on its way. */
  stage: (out: number, tau: number) =>
    out === 0
      ? 'Folded: f once, and a loop. The square is a delay of one step.'
      : out % 1 > 0
        ? `The copy of f for step ${tau - Math.floor(out)} is on its way; ${out < 1 ? 'none has' : `${Math.floor(out)} of ${plural(tau, 'copy', 'copies')} ${out < 2 ? 'has' : 'have'}`} left the loop.`
        : out === tau
          ? `Unfolded: ${plural(tau, 'copy', 'copies')} of f, one for each step, and one set of parameters.`
          : `${out} of ${plural(tau, 'copy', 'copies')} of f ${out === 1 ? 'has' : 'have'} left the loop; it still stands for ${tau - out === 1 ? 'step 1' : `steps 1 to ${tau - out}`}.`,
  composition: 'State',
  dependence: 'What it depends on',
  time: 'Time of the state',
  timeHint:
    'Press a state in the graph, or enter its time, to see what it depends on. Put another symbol in one place: the network runs again, and every number is compared with what it was.',
  release: 'Show all',
  /** Lists, empty where there is none. */
  dependsOn: (name: string, inputs: string, others: string) =>
    `${name} depends on ${inputs || 'no input'}${others && `, on ${others}`} and on the parameters: all that is lit, and nothing else.`,
  numbers: (name: string) => `the same with the numbers of this run; the last column is ${name}`,
  otherFunction: (letter: string) =>
    `f with the index ${letter} is the part of the same step that gives ${letter}, which is what the next step reads.`,
  trial: 'Another input',
  trialTime: 'Time of the input',
  trialSymbol: 'Symbol instead',
  asIs: (symbol: string) => `as it is: ${symbol}`,
  vector: 'vector',
  apply: 'Apply',
  discard: 'Take back',
  changes: (changed: number, all: number) =>
    `${count(changed)} of ${plural(all, 'variable', 'variables')} came out differently (≠).`,
  nothingBefore: (t: number) =>
    t === 1
      ? 'Nothing comes before step 1.'
      : `Nothing before step ${t} changes: to the last bit, all of ${t === 2 ? 'step 1' : `steps 1 to ${t - 1}`} is as it was.`,
  same: 'as it was',
  different: 'changed',
  before: 'before',
  after: 'now',
  difference: 'difference',
  learned: 'Why f is learned, not g',
  whyF: (whole: string, inputs: number, next: string) =>
    `${whole} is a function of ${plural(inputs, 'argument', 'arguments')}, ${next} of more: a different function for each t. f is the same at every step and for every length, so f is what is learned.`,
  sameG: (whole: string, inputs: number) =>
    `${whole} is a function of ${plural(inputs, 'argument', 'arguments')}, as at every other step: nothing comes from the step before but what is given. So each g is f itself, and f is what is learned.`,
  shared: 'shared',
  unshared: 'without sharing',
  total: (n: number) => plural(n, 'number', 'numbers'),
  anyLength: 'for every τ',
  thisLength: (tau: number, factor: number) =>
    `at τ\u00A0=\u00A0${tau}, ${oneDigit.en.format(factor)} times as many, and more with each step`,
}

export type LoopWords = Widened<typeof en>

const zh: LoopWords = {
  unfold: '展开',
  fold: '折叠',
  halt: '停在这里',
  finished: '这里的数值来自整次运行，与播放位置无关。',
  position: '展开程度',
  stage: (out, tau) =>
    out === 0
      ? '折叠：f 只出现一次，带一个循环。方块表示延迟一步。'
      : out % 1 > 0
        ? `f 的第 ${tau - Math.floor(out)} 步副本正在途中；${out < 1 ? '还没有副本' : `${tau} 份副本中有 ${Math.floor(out)} 份`}离开了循环。`
        : out === tau
          ? `展开：f 有 ${tau} 份副本，每一步一份，参数只有一组。`
          : `f 的 ${tau} 份副本中有 ${out} 份离开了循环；循环仍代表第 ${tau - out === 1 ? '1' : `1 到 ${tau - out}`} 步。`,
  composition: '状态',
  dependence: '它依赖什么',
  time: '状态的时间',
  timeHint:
    '点按图中的一个状态，或输入它的时间，就能看到它依赖什么。把一个位置换成另一个符号：网络会重新运行，并逐个比较所有的数。',
  release: '显示全部',
  dependsOn: (name, inputs, others) =>
    `${name} 依赖 ${inputs || '（无输入）'}${others && `、${others}`} 和参数：只依赖亮着的部分。`,
  numbers: (name) => `同一个式子，代入这次运行的数；最后一列是 ${name}`,
  otherFunction: (letter) =>
    `带下标 ${letter} 的 f 是同一步中给出 ${letter} 的部分：下一步读的就是它。`,
  trial: '换一个输入',
  trialTime: '输入的时间',
  trialSymbol: '换成的符号',
  asIs: (symbol) => `不变：${symbol}`,
  vector: '向量',
  apply: '应用',
  discard: '换回原来的',
  changes: (changed, all) => `${all} 个变量中有 ${changed} 个的结果变了（≠）。`,
  nothingBefore: (t) =>
    t === 1
      ? '第 1 步之前什么都没有。'
      : `第 ${t} 步之前什么都不变：第 ${t === 2 ? '1' : `1 到 ${t - 1}`} 步的一切逐位相同。`,
  same: '不变',
  different: '变了',
  before: '之前',
  after: '现在',
  difference: '差',
  learned: '为什么学的是 f，而不是 g',
  whyF: (whole, inputs, next) =>
    `${whole} 是 ${inputs} 个自变量的函数，${next} 的自变量更多：每个 t 都是另一个函数。f 在每一步、对任何长度都相同，所以学的是 f。`,
  sameG: (whole, inputs) =>
    `${whole} 是 ${inputs} 个自变量的函数，其他各步也一样：从前一步传来的只有给定的量。所以每个 g 就是 f 本身，学的就是 f。`,
  shared: '共享',
  unshared: '不共享',
  total: (n) => `${n} 个数`,
  anyLength: '对任何 τ 都一样',
  thisLength: (tau, factor) =>
    `τ\u00A0=\u00A0${tau} 时是共享的 ${oneDigit.zh.format(factor)} 倍，每多一步就更多`,
}

export const loopWords = { en, zh } as const
