/** Reach: the words of the view of a gradient's reach, in every language; they come with the view. */
import type { Widened } from './widened'

const count = (n: number, one: string, other: string) =>
  `${n} ${new Intl.PluralRules('en').select(n) === 'one' ? one : other}`

const en = {
  finished: 'The whole run is shown, both passes finished.',
  controls: 'What to try',
  example: 'Example',
  exampleChoose: 'Choose…',
  examples: {
    vanishing: 'Vanishing gradient',
    exploding: 'Exploding gradient',
    saturated: 'Saturated units',
    nonNormal: 'A matrix that is not normal',
    identityRelu: 'Identity matrix with relu',
  },
  scale: (names: string) => `Scale of ${names}`,
  nonlinearity: 'Nonlinearity',
  apply: 'Apply',
  reset: 'Undo the trial',
  computing: 'Computing…',
  failed: 'This could not be computed.',
  stale: (scale: string, activation: string) =>
    `Computing… Still shown: × ${scale}, ${activation}.`,
  staleFailed: (scale: string, activation: string) =>
    `Not computed. Still shown: × ${scale}, ${activation}.`,
  trial: 'Preview: the network itself is unchanged.',
  summary: ({ state, from, to, ratio, way, isCut }: Summary) =>
    way === 'none'
      ? isCut
        ? 'All that would come back is cut.'
        : 'No loss, no gradient: give a step a target.'
      : way === 'apart'
        ? `${isCut ? 'Because of the cut no' : 'No'} gradient passes from step to step: each ∇${state}(t) comes from the loss of its own step alone.`
        : `${isCut ? 'With what is cut, on' : 'On'} its way back the gradient ${
            { shrinks: 'gets shorter', grows: 'gets longer', keeps: 'keeps its length' }[way]
          }: ∇${state}(${to}) is ${ratio} times as long as ∇${state}(${from}).`,
  factorsOfSteps: ({ each, most, extreme, t }: FactorsOfSteps) =>
    `That is a factor of ${each} for each step on average; the ${most} one, ${extreme}, is from t\u00A0=\u00A0${t} to ${t - 1}.`,
  peak: (ratio: string, t: number) =>
    `On the way it gets up to ${ratio} times as long, at t\u00A0=\u00A0${t}.`,
  joining: 'These two leave out the losses that join on the way; the factors above have them in.',
  perStep: ({ largest, radius, slope, name }: PerStep) =>
    `In one step ${name} stretches at most by σ_max\u00A0=\u00A0${largest}${radius === null ? '' : `, and in the long run by ρ\u00A0=\u00A0${radius}`}${slope === null ? '' : `; the slope f′ of the activation is ${slope.mean} on average and at most ${slope.most}`}.`,
  norms: (state: string) => `Length of the gradient, ∥∇${state}(t)∥`,
  normsHelp: 'On a logarithmic scale: equal steps down are equal factors.',
  floorMark: '0, or below the scale',
  normAt: (name: string, text: string) => `∥∇${name}∥ = ${text}`,
  asLargest: (name: string) => `as powers of σ_max(${name})`,
  asRadius: (name: string) => `as powers of ρ(${name})`,
  step: (state: string) => `One step back, J(t) = ∂${state}(t)/∂${state}(t−1)`,
  stepHelp: 'Its singular values: above 1 a direction grows, below 1 it fades.',
  stretchesAt: (t: number, values: string) => `J(${t}): singular values ${values}`,
  stretch: 'singular value of J(t)',
  factors: 'Its two factors, apart',
  factorSlope: 'f′(a(t)), one number for each unit and step',
  slopesHelp: 'Near 0 a unit is saturated: nothing gets through it, whatever the matrix is.',
  slopesColour: 'There is no room for the numbers: colour stands for them.',
  slopesAt: (t: number, values: string) => `f′(a(${t})): ${values}`,
  slopesRange: (low: string, high: string) =>
    `f′(a(t)) of all units at all steps, from ${low} to ${high}`,
  noSlopes: 'This state is not made by one activation alone.',
  singular: 'singular values',
  radius: 'spectral radius',
  indirect: 'acts on what is fed back, not on the state itself',
  triangle: (state: string) => `Which error reaches which state: ∥∂L(j)/∂${state}(k)∥`,
  triangleHelp: (state: string) =>
    `A row for each loss, a column for each state. A column's vectors add up to ∇${state}(k). Select a cell to see its vector.`,
  triangleStride: (n: number) =>
    `One loss in ${n} is sent back here: all of them would take too long.`,
  cell: (loss: string, state: string, norm: string | null) =>
    `∂${loss}/∂${state}: ${norm === null ? 'no path' : `length ${norm}`}`,
  noPath: 'No path leads from this state to this loss: not a small gradient, but none.',
  share: (loss: string) => `from ${loss}`,
  rest: (n: number) => `from ${count(n, 'other loss', 'other losses')}`,
  showState: (name: string) => `Show ${name} in the inspector`,
  zero: 'exactly 0',
  clip: 'Clipping the gradient by its norm',
  clipHelp:
    'g is the gradient of all parameters, summed over time, as one vector. If it is longer than the threshold v, it is shortened; its direction stays.',
  threshold: 'Threshold v',
  norm: 'its norm',
  factor: 'the factor',
  result: 'what is used',
  before: 'g',
  after: 'clipped',
  parameter: 'parameter',
  unclipped: 'Not longer than v: nothing is changed.',
  clipped: (factor: string) => `Longer than v: every entry is multiplied by ${factor}.`,
  broken: 'not finite: it cannot be clipped',
}

interface Summary {
  readonly state: string
  readonly from: number
  readonly to: number
  readonly ratio: string
  readonly way: 'shrinks' | 'grows' | 'keeps' | 'apart' | 'none'
  /** Is something held back that would come back else? */
  readonly isCut: boolean
}

interface FactorsOfSteps {
  /** By what a gradient is multiplied in one step, on average. */
  readonly each: string
  readonly most: 'smallest' | 'largest'
  readonly extreme: string
  /** From this time to the one before. */
  readonly t: number
}

interface PerStep {
  readonly name: string
  readonly largest: string
  readonly radius: string | null
  /** Of f′(a(t)) over all units and steps. */
  readonly slope: { readonly mean: string; readonly most: string } | null
}

export type ReachWords = Widened<typeof en>

const zh: ReachWords = {
  finished: '这里显示整次运行，前向与反向都已完成。',
  controls: '试一试',
  example: '示例',
  exampleChoose: '请选择…',
  examples: {
    vanishing: '梯度消失',
    exploding: '梯度爆炸',
    saturated: '单元饱和',
    nonNormal: '非正规矩阵',
    identityRelu: '单位矩阵，relu 激活',
  },
  scale: (names) => `${names} 的缩放`,
  nonlinearity: '非线性函数',
  apply: '应用',
  reset: '放弃试验',
  computing: '正在计算…',
  failed: '无法完成计算。',
  stale: (scale, activation) => `正在计算…图中仍是 × ${scale}、${activation}。`,
  staleFailed: (scale, activation) => `未能算出，图中仍是 × ${scale}、${activation}。`,
  trial: '预览：网络本身没有改变。',
  summary: ({ state, from, to, ratio, way, isCut }) =>
    way === 'none'
      ? isCut
        ? '会传回来的梯度已全部切断。'
        : '没有损失，就没有梯度：请给某个时间步一个目标。'
      : way === 'apart'
        ? `${isCut ? '由于切断，' : ''}没有梯度从一步传到另一步：每个 ∇${state}(t) 只来自它那一步的损失。`
        : `${isCut ? '切断之后，' : ''}梯度往回传时${
            { shrinks: '变短', grows: '变长', keeps: '长度不变' }[way]
          }：∇${state}(${to}) 的长度是 ∇${state}(${from}) 的 ${ratio} 倍。`,
  factorsOfSteps: ({ each, most, extreme, t }) =>
    `平均每步 ${each} 倍；${most === 'smallest' ? '最小' : '最大'}的一步是 ${extreme} 倍，从 t\u00A0=\u00A0${t} 到 ${t - 1}。`,
  peak: (ratio, t) => `途中在 t\u00A0=\u00A0${t} 处最长，达到 ${ratio} 倍。`,
  joining: '这两个数不含途中汇入的各步损失，上面的倍数则包含它们。',
  perStep: ({ largest, radius, slope, name }) =>
    `每一步，${name} 最多拉伸 σ_max\u00A0=\u00A0${largest} 倍${radius === null ? '' : `，长期来看是 ρ\u00A0=\u00A0${radius} 倍`}${slope === null ? '' : `；激活函数的斜率 f′ 平均为 ${slope.mean}，最大为 ${slope.most}`}。`,
  norms: (state) => `梯度的长度 ∥∇${state}(t)∥`,
  normsHelp: '对数刻度：下降相同的高度，就是缩小相同的倍数。',
  floorMark: '为 0，或低于刻度',
  normAt: (name, text) => `范数 ∥∇${name}∥ = ${text}`,
  asLargest: (name) => `按 σ_max(${name}) 的幂`,
  asRadius: (name) => `按 ρ(${name}) 的幂`,
  step: (state) => `往回一步：J(t) = ∂${state}(t)/∂${state}(t−1)`,
  stepHelp: '它的奇异值：大于 1 的方向被放大，小于 1 的方向逐渐消失。',
  stretchesAt: (t, values) => `J(${t}) 的奇异值：${values}`,
  stretch: 'J(t) 的奇异值',
  factors: '分开看它的两个因子',
  factorSlope: 'f′(a(t))：每个单元每一步一个数',
  slopesHelp: '接近 0 表示单元饱和：不论矩阵是什么，都没有梯度能通过。',
  slopesColour: '放不下数字，用颜色表示。',
  slopesAt: (t, values) => `第 ${t} 步的 f′(a(${t}))：${values}`,
  slopesRange: (low, high) => `所有单元在所有时间步的 f′(a(t))，从 ${low} 到 ${high}`,
  noSlopes: '这个状态不是由一个激活函数单独算出的。',
  singular: '奇异值',
  radius: '谱半径',
  indirect: '作用于反馈的量，而不是状态本身',
  triangle: (state) => `哪个误差到达哪个状态：∥∂L(j)/∂${state}(k)∥`,
  triangleHelp: (state) =>
    `每个损失一行，每个状态一列。一列中的向量相加就是 ∇${state}(k)。选中一格，查看它的向量。`,
  triangleStride: (n) => `这里每 ${n} 个损失只回传一个：全部回传太费时间。`,
  cell: (loss, state, norm) => `∂${loss}/∂${state}：${norm === null ? '没有路径' : `长度 ${norm}`}`,
  noPath: '从这个状态到这个损失没有路径：不是梯度很小，而是根本没有。',
  share: (loss) => `来自 ${loss}`,
  rest: (n) => `来自其余 ${n} 个损失`,
  showState: (name) => `在检查器中显示 ${name}`,
  zero: '恰好为 0',
  clip: '按范数截断梯度',
  clipHelp: 'g 是所有参数对时间求和之后的梯度，合成一个向量。它比阈值 v 长时就被缩短，方向不变。',
  threshold: '阈值 v',
  norm: '它的范数',
  factor: '因子',
  result: '实际使用的梯度',
  before: '梯度 g',
  after: '截断后',
  parameter: '参数',
  unclipped: '不比 v 长：保持不变。',
  clipped: (factor) => `比 v 长：每个元素都乘以 ${factor}。`,
  broken: '不是有限数：无法截断',
}

export const reachWords: Readonly<Record<'en' | 'zh', ReachWords>> = { en, zh }
