/** Running: the words of the view of teacher forcing and free running, in every language; they come with the view. */
import type { Widened } from './widened'

const counts = new Intl.NumberFormat('en')
const count = (n: number, one: string, other: string) =>
  `${counts.format(n)} ${new Intl.PluralRules('en').select(n) === 'one' ? one : other}`
/** More steps are counted. */
const mostListed = 6

const list = (items: readonly (string | number)[]) =>
  new Intl.ListFormat('en').format(items.map(String))
const quoted = (symbol: string) => `“${symbol}”`

const en = {
  title: 'Teacher forcing, and on its own',
  lead: 'In training, every step reads the true y of the step before, whatever the network said: teacher forcing. In use nobody knows y, so the network reads what it said itself. The weights and x are the same; both runs are shown whole, wherever the playhead stands.',
  trained: 'Teacher forcing: y(t − 1) is fed back',
  alone: {
    argmax: 'On its own: the most likely symbol is fed back',
    sample: (seed: number) => `On its own: a drawn symbol is fed back (seed ${seed})`,
  },
  loss: (value: string) => `L = ${value}`,
  choice: 'On its own it feeds back',
  shown: 'on the graph',
  show: 'Show on the graph',
  showRun: (run: string) => `Show on the graph: ${run}`,
  third: (way: string, loss: string) =>
    `The graph shows a third run, which feeds back “${way}”, with L = ${loss}. Weights, x and y are the same in all three; what a step reads of the step before differs, and so does every number after it.`,
  rows: {
    step: 'step',
    wanted: 'should say',
    given: 'reads',
    read: 'fed back',
    prediction: 'predicts',
    said: 'most likely',
    chosen: 'says',
    loss: 'loss',
  },
  table: 'Both runs, step by step',
  start: 'start',
  startHint: 'A given start, fed back in place of an output',
  zeros: 'zeros',
  zerosHint: 'The step before has no target: nothing is fed back',
  noTarget: 'No target: no loss here',
  right: 'right',
  wrong: 'wrong',
  legend: {
    wanted: 'the target',
    said: 'what it says instead',
    other: 'the other symbols',
  },
  height: (p: string) => `full height: p = ${p}`,
  goTo: (t: number) => `Go to step ${t}`,
  goToGap: (from: number, to: number) =>
    from === to
      ? `Step ${from} is not shown: go there`
      : `Steps ${from} to ${to} are not shown: go there`,
  partsHere: 'they part',
  partedHere: 'reads otherwise',
  probabilities: (name: string, entries: readonly string[]) => `${name}: ${entries.join(', ')}`,
  never: (tau: number): string =>
    tau === 1
      ? 'There is only one step: nothing is fed back yet, so both runs are the same.'
      : 'The two never part here: each symbol that the network fed back was the target, so both runs are the same to the last bit. With new weights, or with drawn symbols, they may part.',
  example: 'Open an example in which they part',
  exampleTitle: 'abracadabra: teacher forcing, and on its own',
  partWrong: (t: number, said: string, wanted: string) =>
    `The runs part ways at step ${t}: step ${t - 1} said ${quoted(said)}, and ${quoted(wanted)} was right. With teacher forcing, step ${t} reads the right ${quoted(wanted)} all the same; on its own it has to go on from its ${quoted(said)}.`,
  partUntaught: (t: number, said: string) =>
    `The runs part ways at step ${t}: step ${t - 1} has no target, so with teacher forcing there is nothing to feed back and step ${t} reads zeros; on its own it reads its ${quoted(said)}.`,
  exposure:
    'In training the network never met its own mistakes, so it did not learn what to do after one. This gap between what it reads in training and in use is called exposure bias.',
  together: (times: readonly (number | string)[]) =>
    `${times.length === 1 ? 'At step' : 'At steps'} ${list(times)} both read the same again and predict the same: nothing of the past reaches a step but what is fed back.`,
  untaught: (times: readonly (number | string)[]) =>
    `Teacher forcing needs every y(t) before the last: ${times.length === 1 ? 'step' : 'steps'} ${list(times)} ${times.length === 1 ? 'has' : 'have'} none, so zeros are fed back instead.`,
  difference: ({ trained, alone, more }: Losses) =>
    `L = ${trained} with teacher forcing, ${alone} on its own: ${more}.`,
  more: (by: string) => `${by} more`,
  less: (by: string) => `${by} less, as it happens`,
  same: 'the same',
  needs:
    'To run with teacher forcing or on its own, a network must read what it put out. This one passes its hidden state on instead.',
  feedBack: 'Let this network feed its output back',
  feedBackHint:
    'Figures 10.4 and 10.6: output recurrence, with teacher forcing. One undo takes it back.',

  likelihood: {
    title: 'The conditional likelihood',
    way: {
      taught:
        'With teacher forcing, the factor of step t is conditioned on the true y of the steps before: so the sum is the logarithm of the probability of the whole target, and to maximise it is to minimise L.',
      alone:
        'On its own, step t is conditioned on what the network said itself, not on the true y. The sum is still −L, but it is not the logarithm of the probability that the network gives to the target: for that the true y must stand among the conditions.',
      independent:
        'Nothing of the true y is fed back: each factor is conditioned on x alone. Given x, the y of different steps are independent of one another. The view “Graphical model” reads the same numbers in another way: there x(t) is y(t − 1), not given, and the factors are a chain.',
      single: 'One output, at the end: one factor, conditioned on all of x.',
    },
    none: 'No step has a target, so there is nothing whose probability could be asked for.',
    chain: 'By the chain rule, true of any distribution',
    network: 'What this network makes each factor from',
    ofRun: (way: string, loss: string) =>
      `These are the numbers of the run that the graph shows, which feeds back “${way}”: L = ${loss}.`,
    skipped: (times: readonly number[]) =>
      times.length > mostListed
        ? `${counts.format(times.length)} steps have no target, and so no factor.`
        : `${times.length === 1 ? 'Step' : 'Steps'} ${list(times)} ${times.length === 1 ? 'has' : 'have'} no target, and so no factor.`,
    caption: 'The factors, step by step',
    columns: { factor: 'factor', p: 'p', log: 'log p', sum: 'sum so far' },
    rest: (n: number) => `${count(n, 'factor', 'factors')} between, together`,
    all: (n: number) => `All ${counts.format(n)} factors`,
    fewer: 'Fewer factors',
    sum: 'their sum',
    product: 'their product',
    goTo: (t: number) => `Go to step ${t}`,
  },
}

interface Losses {
  readonly trained: string
  readonly alone: string
  readonly more: string
}

export type RunningWords = Widened<typeof en>

const listed = (items: readonly (string | number)[]) => items.join('、')

const zh: RunningWords = {
  title: '导师驱动与自由运行',
  lead: '训练时采用导师驱动过程：不论网络输出什么，每一步都读入前一步真实的 y。使用时没有人知道 y：网络读入自己的输出。权重相同，x 也相同；不论播放位置在哪里，这里都显示两次完整的运行。',
  trained: '导师驱动：反馈 y(t − 1)',
  alone: {
    argmax: '自由运行：反馈最可能的符号',
    sample: (seed) => `自由运行：反馈抽取的符号（种子 ${seed}）`,
  },
  loss: (value) => `损失 L = ${value}`,
  choice: '自由运行时反馈',
  shown: '即图中的运行',
  show: '在图中显示',
  showRun: (run) => `在图中显示：${run}`,
  third: (way, loss) =>
    `图中显示的是第三种运行：反馈“${way}”，L = ${loss}。三种运行的权重、x 和 y 都相同；不同的只是每一步从前一步读入什么，此后的每个数也随之不同。`,
  rows: {
    step: '时间步',
    wanted: '应输出',
    given: '读入',
    read: '反馈',
    prediction: '预测',
    said: '最可能',
    chosen: '输出',
    loss: '损失',
  },
  table: '两次运行，逐步对照',
  start: '起始',
  startHint: '给定的起始值：第 1 步之前没有输出，由它代替输出反馈',
  zeros: '零向量',
  zerosHint: '前一步没有目标：没有东西可以反馈',
  noTarget: '没有目标：这里没有损失',
  right: '正确',
  wrong: '错误',
  legend: { wanted: '目标', said: '网络的输出（有误）', other: '其余符号' },
  height: (p) => `满格：p = ${p}`,
  goTo: (t) => `转到第 ${t} 步`,
  goToGap: (from, to) =>
    from === to ? `第 ${from} 步未显示：转到那里` : `第 ${from} 到 ${to} 步未显示：转到那里`,
  partsHere: '从此分开',
  partedHere: '读入的不同',
  probabilities: (name, entries) => `预测 ${name}：${entries.join('，')}`,
  never: (tau) =>
    tau === 1
      ? '只有一步：还没有任何反馈，两次运行相同。'
      : '这里两者始终没有分开：网络反馈的每个符号都正是目标，所以两次运行逐位相同。换一组权重，或改为抽取符号，两者就可能分开。',
  example: '打开两者分开的示例',
  exampleTitle: 'abracadabra：导师驱动与自由运行',
  partWrong: (t, said, wanted) =>
    `两者在第 ${t} 步分开：第 ${t - 1} 步输出了“${said}”，正确的是“${wanted}”。导师驱动时，第 ${t} 步仍然读入正确的“${wanted}”；自由运行时，只能从自己的“${said}”继续。`,
  partUntaught: (t, said) =>
    `两者在第 ${t} 步分开：第 ${t - 1} 步没有目标，导师驱动时没有东西可以反馈，第 ${t} 步读入零向量；自由运行时，读入自己的“${said}”。`,
  exposure:
    '训练中网络从未遇到自己的错误，也就没有学会出错之后该怎么办。训练时与使用时所读内容之间的这种差距，称为暴露偏差。',
  together: (times) =>
    `在第 ${listed(times)} 步，两者读入的又相同，预测也相同：过去只能通过反馈影响后面的步。`,
  untaught: (times) =>
    `导师驱动过程需要最后一步之前的每个 y(t)：第 ${listed(times)} 步没有，所以反馈零向量。`,
  difference: ({ trained, alone, more }) =>
    `损失：导师驱动 L = ${trained}，自由运行 L = ${alone}，${more}。`,
  more: (by) => `后者大 ${by}`,
  less: (by) => `后者碰巧小 ${by}`,
  same: '两者相同',
  needs: '要比较导师驱动与自由运行，网络必须读入自己的输出。这个网络传递的是隐藏状态。',
  feedBack: '让这个网络反馈它的输出',
  feedBackHint: '图 10.4 与 10.6：输出循环，采用导师驱动过程。撤销一次即可恢复。',

  likelihood: {
    title: '条件似然',
    way: {
      taught:
        '采用导师驱动过程时，第 t 步的因子以之前各步真实的 y 为条件：所以总和就是整个目标序列概率的对数，使它最大就是使 L 最小。',
      alone:
        '自由运行时，第 t 步以网络自己的输出为条件，而不是真实的 y。总和仍是 −L，但它不是网络赋予目标序列的概率的对数：那需要以真实的 y 为条件。',
      independent:
        '真实的 y 没有被反馈：每个因子只以 x 为条件。给定 x 时，不同时间步的 y 相互独立。“图模型”视图对同样的数有另一种读法：那里 x(t) 就是 y(t − 1)，并非给定，各因子连成一条链。',
      single: '只在最后有一个输出：只有一个因子，以整个 x 为条件。',
    },
    none: '各步都没有目标，所以没有概率可求。',
    chain: '概率的链式法则，对任何分布都成立',
    network: '这个网络由什么算出每个因子',
    ofRun: (way, loss) => `这里是图中所示运行的数，它反馈“${way}”：L = ${loss}。`,
    skipped: (times) =>
      times.length > mostListed
        ? `有 ${times.length} 步没有目标，也就没有因子。`
        : `第 ${listed(times)} 步没有目标，也就没有因子。`,
    caption: '各个因子，逐步列出',
    columns: { factor: '因子', p: '概率 p', log: '对数 log p', sum: '累计' },
    rest: (n) => `中间 ${n} 个因子合计`,
    all: (n) => `全部 ${n} 个因子`,
    fewer: '少显示一些',
    sum: '各项之和',
    product: '各项之积',
    goTo: (t) => `转到第 ${t} 步`,
  },
}

export const runningWords: Readonly<Record<'en' | 'zh', RunningWords>> = { en, zh }
