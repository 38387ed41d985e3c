/** Simplified Chinese: terms as the Chinese edition of the book has them. */
import type { Role } from '../engine/cells/cell'
import type { OperationName } from '../engine/operations'
import type { Dictionary } from './en'
import type { Facts } from './facts'

const lists = new Intl.ListFormat('zh-CN', { type: 'conjunction' })
const list = (items: readonly string[]) => lists.format(items).replace('和', ' 和 ')
const counts = new Intl.NumberFormat('zh-CN')
const count = (n: number) => counts.format(n)
// Made once: making one costs more than a sentence may.
const percent = new Intl.NumberFormat('zh-CN', {
  style: 'percent',
  maximumSignificantDigits: 2,
})
const quoted = (symbol: string) => `“${symbol}”`

const roles: Readonly<Record<Role, string>> = {
  input: '输入',
  preactivation: '激活前的值',
  state: '隐藏状态',
  logits: '未归一化的对数概率',
  probabilities: '预测概率',
  target: '目标',
  draw: '随机数',
  fedBack: '反馈的符号',
  stepLoss: '单步损失',
  loss: '总损失',
  stopLogit: '停止的分数',
  stopProbability: '停止的概率',
  stopTarget: '停止与否',
  stopLoss: '停止与否的损失',
  remaining: '剩余步数',
}

const functions: Readonly<Record<OperationName, string>> = {
  affine: '加权和',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  relu: 'relu',
  identity: '恒等函数',
  softmax: 'softmax',
  crossEntropy: '交叉熵',
  oneHotCrossEntropy: '交叉熵',
  binaryCrossEntropy: '二元交叉熵',
  argmax: '最可能的符号',
  sample: '随机抽取的符号',
  sum: '求和',
}

const fedStart = '给定的起始值：第 1 步之前没有输出，由它代替输出反馈。'

const applied = (operation: OperationName | null) =>
  operation && operation !== 'identity'
    ? `对激活前的值取 ${functions[operation]}`
    : `激活前的值本身（${functions.identity}）`

const about: { readonly [R in Role]: (facts: Facts) => string } = {
  input: ({ t, reads }) =>
    reads
      ? `网络在第 ${t} 步读入的内容：符号${quoted(reads)}，表示为只有一个 1 的向量。`
      : `网络在第 ${t} 步读入的内容。`,
  preactivation: ({ sources }) => `${list(sources)} 的加权和再加上偏置：经过激活函数之前的状态。`,
  state: ({ t, operation, isPassedOn }) =>
    t === 0
      ? '读入任何内容之前的状态。'
      : !isPassedOn
        ? `第 ${t} 步的状态：${applied(operation)}。只有这一步的输出由它算出。`
        : `网络在第 ${t} 步之后记住的内容：${applied(operation)}。之后的每一步都由它算出。`,
  logits: ({ t }) => (t === 0 ? fedStart : '每个符号有一个分数。分数越高，该符号的可能性越大。'),
  probabilities: ({ t, wants, probability }) =>
    t === 0
      ? fedStart
      : wants && probability
        ? `把分数变成和为 1 的概率。这里的目标${quoted(wants)}得到 ${probability}。`
        : '把分数变成和为 1 的概率。',
  target: ({ t, wants }) =>
    t === 0
      ? fedStart
      : wants
        ? `网络在第 ${t} 步应当给出的符号：${quoted(wants)}。`
        : `第 ${t} 步没有目标。`,
  draw: ({ t }) => `第 ${t} 步的随机数，在 0 与 1 之间：它决定抽到哪个符号。`,
  fedBack: ({ t, sources, operation, isPassedOn }) =>
    operation
      ? `第 ${t} 步输出的内容：${functions[operation]}，由 ${list(sources)} 得出，表示为只有一个 1 的向量。${isPassedOn ? '下一步读入它。' : ''}`
      : fedStart,
  stepLoss: ({ wants }) =>
    wants ? `网络对${quoted(wants)}的意外程度：网络给它的概率取负对数。` : '目标概率的负对数。',
  loss: () => '各步损失之和。学习就是让这个数变小。',
  stopLogit: () => '一个分数：越高，序列越可能在这里停止。',
  stopProbability: () => '序列在这里停止的概率。',
  stopTarget: ({ t }) => `序列是否在第 ${t} 步停止：1 或 0。`,
  stopLoss: () => '实际情况（停止或继续）的概率的负对数。',
  remaining: () => '还剩多少步：它告诉状态离结尾有多近。',
}

const forward: { readonly [R in Role]: (facts: Facts) => string } = {
  input: ({ name }) => `读入 ${name}。`,
  preactivation: ({ name, sources, reads, t }) =>
    t === 1 && reads
      ? `${name} 把第一个符号${quoted(reads)}带来的内容加到起始值 ${sources[0]} 带来的内容上。`
      : `${name} 把 ${list(sources)} 带来的内容相加${reads ? `：新符号${quoted(reads)}与过去相遇` : ''}。`,
  state: ({ name, operation, sources, t, reads, isPassedOn }) =>
    `${name} ${operation && operation !== 'identity' ? `对 ${list(sources)} 取 ${functions[operation]}` : `就是 ${list(sources)} 本身（${functions.identity}）`}：${reads ? `读完${quoted(reads)}` : `第 ${t} 步`}之后的${isPassedOn ? '记忆' : '状态'}。`,
  logits: ({ name, sources }) => `${name} 由 ${list(sources)} 算出每个符号的分数。`,
  probabilities: ({ name, wants, probability }) =>
    `${name} 把分数变成概率${wants && probability ? `；目标${quoted(wants)}得到 ${probability}` : ''}。`,
  target: ({ name }) => `${name} 已给定。`,
  draw: ({ name }) => `${name} 已给定。`,
  fedBack: ({ name, sources, operation, isPassedOn }) =>
    `${name} 是${functions[operation ?? 'argmax']}，由 ${list(sources)} 得出${isPassedOn ? '：下一步读入它' : ''}。`,
  stepLoss: ({ name, value, wants }) =>
    `${name} = ${value}：${wants ? quoted(wants) : '目标'}的概率取负对数，就是这一步的损失。`,
  loss: ({ value }) => `L = ${value}：各步损失之和。误差从这里开始反向传播。`,
  stopLogit: ({ name, sources }) => `${name} 从 ${list(sources)} 中读出停止的分数。`,
  stopProbability: ({ name }) => `${name} 把分数变成概率。`,
  stopTarget: ({ name }) => `${name} 已给定。`,
  stopLoss: ({ name, value }) => `${name} = ${value}：停止或继续的损失。`,
  remaining: ({ name }) => `读入 ${name}。`,
}

/** Of what stands for step 0 the way back ends. */
const received = ({ name, sources, t }: Facts): string =>
  sources.length === 0
    ? `没有通向损失的量用到它：${name} 为 0。`
    : `${name} 得到 ${list(sources)} 传回的梯度${t === 0 ? '：反向传播到此结束' : ''}。`

const waysOf = ({ name, ways }: Facts): string => {
  const between = `从 ${name.slice(1)} 到损失`
  if (ways === 0) return `${between}没有路径，所以它为 0`
  return ways === 1 ? `${between}只有一条路径` : `${between}有${ways === 2 ? '两' : '多'}条路径`
}

const backward: { readonly [R in Role]: (facts: Facts) => string } = {
  input: ({ name }) => `${name}：损失随输入变化的快慢。输入不是要学习的参数，梯度到此为止。`,
  preactivation: ({ name, operation, sources }) =>
    operation && operation !== 'identity'
      ? `${name}：${list(sources)} 反向通过 ${functions[operation]}，乘以它的导数。`
      : `${name}：${list(sources)} 原样传回，${functions.identity}的导数为 1。`,
  state: (facts) => {
    const { name, sources, t } = facts
    if (sources.length > 1) return `${name} 是 ${list(sources)} 传回的梯度之和：${waysOf(facts)}。`
    return t === 0 || sources.length === 0
      ? received(facts)
      : `${name} 得到 ${list(sources)} 传回的梯度：${waysOf(facts)}。`
  },
  logits: ({ name, wants, sources, t }) => {
    const next = list(sources.filter((source) => !source.startsWith('∇L(')))
    if (t === 0) return `${name} 得到 ${next} 传回的梯度：反向传播到此结束。`
    if (next)
      return wants
        ? `${name}：预测减去目标，再加上 ${next} 传回的梯度。`
        : `${name}：这一步没有目标，只有 ${next} 传回的梯度。`
    return wants
      ? `${name}：预测减去目标。${quoted(wants)}的概率偏低，其余的偏高。`
      : `${name}：这一步没有目标，所以这里不产生误差。`
  },
  probabilities: received,
  target: received,
  draw: received,
  fedBack: ({ name }) => `${name} 得到传回的梯度，到此为止。`,
  stepLoss: ({ name }) => `${name} 为 1：${name.slice(1)} 在总和中恰好计入一次。`,
  loss: () => '反向传播从损失开始：∂L/∂L = 1。',
  stopLogit: ({ name }) => `${name}：停止的概率减去实际情况。`,
  stopProbability: received,
  stopTarget: received,
  stopLoss: ({ name }) => `${name} 为 1：${name.slice(1)} 在总和中恰好计入一次。`,
  remaining: received,
}

export const zh: Dictionary = {
  list,
  count,
  percent: (p) => percent.format(p),

  roles,
  starts: { state: '初始状态', output: '代替输出反馈的起始值' },
  functions,
  about,
  narration: {
    start: ({ reads, tau, isTouched }) =>
      `${isTouched ? '轻点“播放”，或轻点 ▸ 前进一步' : '按“播放”，或按 → 前进一步'}：循环神经网络读入${reads ? quoted(reads) : ` ${tau} 个输入`}，然后误差通过时间反向传播。`,
    forward,
    backward,
    forwardTime: ({ t, reads, wants, probability, value }) =>
      `第 ${t} 步${reads ? `读入${quoted(reads)}` : ''}${
        wants && probability ? `，给目标${quoted(wants)} ${probability} 的概率：损失 ${value}` : ''
      }。`,
    backwardTime: ({ t, parameters }) =>
      `误差反向传过第 ${t} 步，这一步的贡献加到 ${list(parameters)} 的梯度上。`,
    share: ({ t, parameters }) =>
      `第 ${t} 步的贡献加到 ${list(parameters)} 的梯度上：各步共享同一组参数。`,
    arrives: ({ name, sources, part, parts }) =>
      `${name}：${list(sources)} 传来第 ${part} 项，共 ${parts} 项。`,
    together: {
      forward: (names, tau) => `全部 ${tau} 步同时算出 ${list(names)}：各步互不等待。`,
      backward: (names, tau) => `全部 ${tau} 步同时算出 ${list(names)}：没有梯度从一步传到另一步。`,
      share: (names, tau) => `全部 ${tau} 步的贡献同时加到 ${list(names)} 上。`,
      forwardStep: (tau) => `全部 ${tau} 步同时计算：每一步读入上一步真实的 y，各步互不等待。`,
      backwardStep: (tau) => `全部 ${tau} 步的误差各自只在本步内反向传播，同时进行。`,
    },
    stops: (place, value) =>
      value === 'NaN'
        ? `${place} 不是数（NaN）：运行停在这里。`
        : `${place} 是 ${value}，不是有限数：运行停在这里。`,
    phase: { forward: '前向', backward: '反向' },
  },

  summary: (steps, hidden, isTouched) =>
    `一个有 ${hidden} 个隐藏单元的循环神经网络，展开为 ${count(steps)} 个时间步。${
      isTouched
        ? '下方的按钮逐步运行；轻点变量即可选中，沿时间轴拖动可到达任一步。'
        : '在计算图上，方向键逐步运行，回车键进入变量；在任何位置，Page Down 和 Page Up 前进或后退一步。问号键列出所有快捷键。'
    }`,

  top: {
    reads: '读入',
    shouldSay: '应输出',
    input: '输入',
    target: '目标',
    targetHint: (none) => `每个输入对应一个符号；“${none}”或缺少的符号表示这一步没有目标`,
    inputEmpty: '请至少输入一个符号',
    inputVectors: (n) => `文件中的 ${n} 个向量`,
    hidden: '隐藏单元',
    hiddenRange: (min, max) => `${min} 到 ${max} 之间的整数`,
    activation: '激活函数',
    seed: '权重种子',
    scheme: 'LeCun 均匀分布，±√(3 / n)，n 为隐藏单元数，偏置为 0',
    notSeeded: '当前权重不是由种子抽取的；输入一个数即可抽取新的权重',
    newWeights: '新权重',
    newWeightsHint: (scheme) => `用下一个种子重新抽取所有权重（${scheme}）`,
    undo: '撤销',
    redo: '重做',
    file: '文件',
    language: '语言',
    theme: '主题',
    themes: { light: '浅色', dark: '深色' },
    keys: '快捷键',
    settings: '设置',
    gestures: '手势',
  },

  file: {
    input: '打开网络文件',
    open: '打开网络…',
    save: '保存网络',
    downloadTrace: '下载运行记录',
    examples: '示例',
    example: {
      hello: 'hell → ello',
      memory: '复制第一个符号：abba → aaaa',
      forget: '逐渐消失的梯度：sigmoid，10 步',
      grow: '不断增大的梯度：恒等函数，较大的权重',
      emoji: '任意文字：今天🙂天',
    },
  },

  messages: {
    afresh: '重新开始',
    dismiss: '关闭',
  },

  scenes: {
    label: '视图',
    loading: '正在加载…',
    names: {
      graph: '展开的计算图',
      table: '表格',
      loop: '循环如何变成图',
      reach: '梯度能传多远',
      running: '导师驱动过程',
      model: '图模型',
    },
  },

  patterns: {
    label: '设计模式',
    names: { everyStep: '每步都有输出', fedBack: '输出反馈', atEnd: '只在最后输出' },
    feeds: '导师驱动过程，或自由运行',
    hints: {
      everyStep: '状态从一步传到下一步；每一步都有输出（图 10.3）',
      fedBack: '传给下一步的只有这一步的输出（图 10.4 和图 10.6）',
      atEnd: '状态从一步传到下一步；只有最后一步有输出（图 10.5）',
    },
    absence: {
      discrete: '没有梯度：类别只有几种，不能只改变一点点。',
      constant: '没有梯度传到前一步：y 由数据给定，不依赖于 θ。',
      flat: '没有梯度传到前一步：选择会跳变，在跳变之间导数为 0。',
    },
  },

  transport: {
    label: '播放控制',
    toStart: '回到开头',
    stepBack: '后退一步',
    play: '播放',
    pause: '暂停',
    stepForward: '前进一步',
    toEnd: '到结尾',
    speed: '速度',
    stepSize: '每次前进',
    stepLead: '每次前进',
    grains: { timeStep: '时间步', variable: '变量', contribution: '单项贡献' },
    progress: (finished, all) => `${finished} / ${all}`,
  },

  timeline: {
    label: '时间轴',
    forward: '前向 →',
    backward: '← 反向',
    norm: '∥∇h∥',
    normLabel: (name) => `各步 ${name} 的梯度长度`,
    time: (t) => `t = ${t}`,
    allTimes: (tau) => `t = 1 … ${tau}`,
  },

  stage: {
    unfolded: '展开的计算图',
    folded: '折叠的计算图',
    unfoldedHeading: '沿时间展开',
    foldedHeading: '折叠',
    targetless: '没有目标',
    legendValue: (letter) => `${letter} 的值`,
    legendGradient: (letter) => `所有梯度 ${letter}`,
    legendRest: '；其他变量不同',
    legendEnd: '最大',
    colours: '颜色',
    region: '计算图',
    foldedSteps: (n) => `… ${count(n)} 步 …`,
    openFold: (n, from, to) => `折叠了 ${count(n)} 步，t = ${from} 到 ${to}。展开`,
    fold: '折叠中间部分',
    wider: '加宽各列',
    narrower: '收窄各列',
    goTo: '转到变量',
    goToPlaceholder: 'h(3) 或 3',
    goToLead: '转到',
    goToHint: (matrix) =>
      `转到时间步：3；变量：h(3)、ŷ(2)、L、${matrix}；一个数：${matrix}[0][1]、∇h(3)[0]`,
    delay: '延迟一步',
    node: ({ key, values, gradient }) =>
      `${key}：${values ?? '尚未计算'}${gradient === null ? '' : `；梯度 ${gradient}`}`,
    symbol: (key, symbol) => `${key}：${symbol}`,
    parameter: (name, size) => `${name}：${count(size)} 个数`,
    none: '无目标',
  },

  inspector: {
    label: '检查器',
    startTitle: '循环神经网络，沿时间展开',
    startText: (steps) =>
      `同一个函数用同一组权重应用 ${count(steps)} 次。前向时，它算出各步的状态和预测；反向时，每个误差沿原路传回。`,
    untrained: '权重由种子随机抽取，未经训练，猜得不准是正常的。',
    startEquations: '一步的计算',
    gradientTitle: (role) => `L 关于${role}的梯度`,
    lossGradientTitle: 'L 关于自身的梯度',
    release: '跟随播放位置',
    close: '关闭检查器',
    given: '给定的，不是算出的。',
    equation: (number) => `Goodfellow 等《深度学习》公式 ${number}`,
    sharedRole: '共享参数',
    shared: '共享参数：沿时间求和',
    lossLine: '损失',
    probability: (target) => `p(${target})`,
  },

  withKeys: (label, keys) => `${label}（${keys}）`,

  explain: {
    equationOf: (name) => `${name} 的公式`,
    term: (names) => `项 ${names}`,
    transposed: (name) => `${name} 的转置`,
    numbers: '数值',
    hint: '这里的数经过舍入；点按一个数，可查看其各组成部分的完整数值。',
    shapes: {
      matrix: (rows, columns) => `${rows} 行 × ${columns} 列`,
      numbers: (n) => `${n} 个数`,
      times: '乘以',
    },
    fewer: '少显示几项',
    allTerms: (n) => `全部 ${n} 项`,

    restoreCuts: (n) => `切断 ${n} 处：恢复`,

    softmax: 'softmax 与损失的细节',
  },

  checkAll: { open: '检验所有梯度…' },

  losses: {
    label: '计入的损失',
    hint: '关掉某一步的损失，看看它的误差走过哪些路径',
    one: (t) => `L(${t})`,
    all: '全部',
    last: '只留最后一个',
    off: (n) => `关掉了 ${count(n)} 个损失：如同那些时间步没有目标。`,
  },

  ledger: {
    parameter: '参数',
    step: (t) => `第 ${t} 步`,
    sum: '总和',
    share: (parameter, t) => `第 ${t} 步对 ∇${parameter} 的贡献`,
    notYet: (parameter, t) => `第 ${t} 步对 ∇${parameter} 的贡献：尚未计算`,
    soFar: (parameter, done, all) => `∇${parameter} 目前的和：已有 ${done} / ${all}`,
    total: (parameter) => `∇${parameter}：所有时间步之和`,
    some: (from, to, all) =>
      `共 ${count(all)} 步，这里显示第 ${from} 到第 ${to} 步；总和包括所有步。`,
    heldBack: (t) => `已切断：第 ${t} 步带来的部分没有加进去。`,
  },

  names: {
    label: '记号',
    hint: '参数叫什么；文件与运行记录仍用书中的字母（Goodfellow 等《深度学习》）',
    notations: { book: '书中', joined: '起点–终点', torch: 'PyTorch 写法' },
    words: { weight: '权重', bias: '偏置', plus: '加' },
  },
}
