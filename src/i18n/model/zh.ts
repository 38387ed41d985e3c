/** Simplified Chinese words of the view "Graphical model". */
import type { ModelWords } from './en'

const count = new Intl.NumberFormat('zh-CN')

export const zh: ModelWords = {
  parts: '这个视图的各部分',
  drawing: {
    title: '同一个分布的两种画法',
    whole: '这里的数都来自整次运行；只有采样随时间轴推进。',
    scroller: '图',
    label: '图模型',
    node: (name, symbol) => `${name}：已知为 ${symbol}`,
    random: (name) => `${name}：随机`,
    morph: '引入 h',
    without: '没有 h',
    with: '有 h',
    place: (percent) => `从没有 h 的图到有 h 的图，已过渡 ${percent}%`,
    withoutText:
      '没有 h 时，每个 y 直接依赖于所有更早的 y：每一对之间都有一条边（图 10.7）。不作任何假设，也就没有节省什么。',
    withText:
      '有了 h，y(t) 之前的一切只通过 h(t) 到达它（图 10.8）。h(t) 是 h(t−1) 与读入符号的函数：它本身不带来随机性，只是把同样的依赖关系写得更短。',
    cutText:
      '这里没有从 h 到下一个 h 的边：只有 y(t−1) 能到达 y(t)。较长的边都消失了，对更早的过去的依赖也随之消失：这样省事，但这是一个假设。',
    betweenText: '过渡中：从较早的 y 到较晚的 y 的每条边，正改为经过 h。',
    legend: '图例',
    random_: '随机变量：服从某个分布',
    observed: '观测变量：值已知',
    deterministic: '确定性变量：父节点的函数',
    cut: (shown, tau) => `共 ${tau} 步，这里画出前 ${shown} 步。`,
  },
  count: {
    title: '需要多少个数',
    table: '完整的概率表',
    network: '这个网络，|θ|',
    tables: {
      sequences:
        '每个 y 序列（τ 个位置，k 个类别）一个数；它们的和为 1，所以少一个。若对每个 t 列出 P(y(t) | 过去) 的表，需要的数一样多：没有 h 时，这些边没有节省什么。',
      steps:
        '给定 x 时，这里的各个 y 互不依赖。所以完整的表列出 P(y(t) | x(1), …, x(t))：对每个 t，以及到那时为止输入的每种可能，k 个类别有 k − 1 个数（和为 1）。',
      last: '只在最后有一个 y。所以完整的表列出 P(y | x(1), …, x(τ))：对每个输入序列，k 个类别有 k − 1 个数（和为 1）。',
    },
    noTable: '这里读入的是任意数值的向量：没有哪张表能把它们全部列出，所以无从比较。',
    networkNote: 'h 节省的正是这个：|θ| 中没有 τ，序列再长也不需要更多的数。',
    saves: (table, network, tau) =>
      `τ\u00A0=\u00A0${tau} 时，用 ${network} 个数代替了 ${table} 个。`,
    crossing: (tau, symbols) =>
      `从 τ\u00A0=\u00A0${tau} 起，表比网络大；此后每多一步，表约增大到 ${symbols} 倍。`,
    axis: '要存储的数的个数（对数刻度），横轴为 τ',
    plot: (table, network, tau) =>
      `随 τ 变化的曲线：表呈指数增长，τ\u00A0=\u00A0${tau} 时有 ${table} 个数；网络对任何 τ 都是 ${network} 个。`,
    stationary:
      '代价是一个假设：每一步都用同一个 θ。所以，由过去得到下一个 y 的规律不能随 t 改变（平稳）。',
  },
  chain: {
    title: '代入数值的链式法则',
    lead: '每个因子是 ŷ(t) 的一项，来自这样一次运行：第 t 步读入 y(t−1)。',
    isRun: '这就是展开图中的那次运行。',
    isOther: '这不是展开图中的那次运行：这里每一步读入的是上一步应输出的符号。',
    filled: (steps) => `t\u00A0=\u00A0${steps} 处没有目标，用最可能的符号代替。`,
    besides: '每一步还读入给定的 x(t)：这里的每个概率都以 x(1), …, x(τ) 为条件。',
    reads: '读入',
    start: '起始',
    factor: '因子',
    product: '累计乘积',
    rest: (steps) => `……还有 ${steps} 步……`,
    equal: (product, loss) => `乘积为 ${product}；同一次运行的 exp(−L) 为 ${loss}。`,
    equalFilled: (product, loss) =>
      `乘积为 ${product}；把这个序列的每个 y(t) 都当作目标时，exp(−L) 为 ${loss}。展开图的 L 只计有目标的步。`,
    caption: '屏幕上这个序列的概率的各个因子',
  },
  joint: {
    title: '所有序列',
    lead: (sequences, tau) =>
      `长度为 ${tau} 步的全部 ${count.format(sequences)} 个序列都已运行，它们的概率之和为`,
    stop: '。',
    prefix: (tau, shown) =>
      `这是 ${tau} 步中的前 ${shown} 步：最多列出 ${count.format(4096)} 个序列。后面的步不改变它们的概率。`,
    likely: '最可能的序列',
    onScreen: '屏幕上的序列',
    sequence: '序列',
    probability: '概率',
    rest: (sequences) => `其余 ${count.format(sequences)} 个序列`,
    none: '类别太多：连一步的序列也无法枚举。',
  },
  query: {
    title: '向模型提问',
    lead: '选择要问的那一步，以及其他各步中已知的符号。也可以在图中点按一个 y。',
    asked: '询问',
    known: '已知',
    knownAt: (t) => `第 ${t} 步已知的符号`,
    unknown: '未知',
    answer: '回答',
    evidence: (probability) => `已知部分的概率为 ${probability}。`,
    impossible: '已知部分的概率为 0：这个问题没有答案。',
    easy: '容易的方向：它之前的全部已知，之后的全部未知，所以答案就是 ŷ 本身，前向运行一次即可。',
    before: (terms) =>
      `过去有一部分未知，所以要对它求和：这里把 ${count.format(terms)} 个序列相加。`,
    hard: (terms) =>
      `困难的方向：已知的符号中有更晚的。边只指向后面的时间步，网络的任何一次运行都给不出这个答案；必须把经过缺失部分的所有序列相加，这里是 ${count.format(terms)} 个，每多缺一步，就增加到 k 倍。`,
    clear: '清除已知的符号',
  },
  information: {
    title: 'h 携带了什么',
    lead: '当中间的符号全部已知时，y(i) 还能提供多少关于 y(j) 的信息，以比特计。',
    carried:
      '如果只记得上一个符号，除第一条对角线外都应为 0。多出来的信息是经过 h 传来的：h 记住的不止上一个符号。',
    nothing:
      '除第一条对角线外都为 0：一旦知道前一个符号，更早的符号就不再起作用。在这个网络中，h(t) 没有留下它们的痕迹。',
    caption: '条件互信息（比特）',
    cell: (i, j) => `y(${i}) 关于 y(${j})`,
    short: '至少需要两步。',
  },
  sample: {
    title: '原始采样',
    lead: '又称祖先采样。随时间轴一步一步进行：ŷ(t) 画成总长为 1 的条带，一个随机数落在上面，抽中那里的符号，第 t + 1 步读入它。',
    label: '逐步采样',
    seed: '样本的种子',
    seedHint: '0 到 999,999 的整数；种子相同，抽出的样本就相同',
    next: '再采一个样本',
    policy: '怎样取符号',
    policies: { ancestral: '原始采样', temperature: '温度', greedy: '贪心' },
    notes: {
      ancestral: '从 ŷ(t) 中抽取：这就是模型的分布。',
      temperature:
        '从重新归一化的 ŷ(t)^(1/T) 中抽取：不是模型的分布，而是更尖（T < 1）或更平（T > 1）的分布。',
      greedy: '每一步取最可能的符号：这不是采样，没有随机性，也不一定得到最可能的序列。',
    },
    temperature: '温度 T',
    waiting: '前进一步（→），抽取第一个符号。',
    step: (t, draw, symbol) => `第 ${t} 步：随机数 ${draw} 落在 ${symbol} 的那一段上。`,
    greedyStep: (t, symbol) => `第 ${t} 步：${symbol} 的那一段最长。`,
    read: (t) => `第 ${t} 步读入它。`,
    strip: (t, list) => `ŷ(${t})：${list}`,
  },
  many: {
    title: '大量样本',
    size: '样本数',
    draw: (samples) => `抽取 ${count.format(samples)} 个样本`,
    cancel: '取消',
    progress: (done, all) => `${count.format(done)} / ${count.format(all)} 个样本`,
    lead: '在后台抽取并计数，与精确的联合分布对照。括号是精确值 ± 两倍采样误差 2·√(p(1−p)/N)：平均每 20 个点有 19 个落在其中。',
    exact: '精确值',
    sampled: '采样值',
    sequence: '序列',
    error: '采样误差',
    chart: (shares) => `最可能的序列所占的比例，精确值与采样值：${shares}`,
    agrees: (statistic, degrees, p) =>
      `χ² = ${statistic}，自由度 ${degrees}，p = ${p}：仅凭偶然就可以解释这个差异（显著性水平 0.01）。`,
    disagrees: (statistic, degrees, p) =>
      `χ² = ${statistic}，自由度 ${degrees}，p = ${p}：仅凭偶然很难解释这个差异（显著性水平 0.01）。`,
    notModel: '这并不奇怪：它抽取的不是模型自己的分布。',
    stale: '这是用其他设置抽取的。',
  },
  ending: {
    title: '序列结束的三种方式',
    choose: '序列怎样结束',
    kinds: { symbol: '结束符', stop: '输出“停止？”', length: '先定长度' },
    about: {
      symbol:
        '词表中的一个符号表示结束：抽到它时，序列就停止。网络不需要增加任何东西，但词表中必须能有这样一个符号。',
      stop: '每一步多一个伯努利输出：分数 z(t)，由它得到停止的概率 p(t)。抽出 y(t) 之后，再抽取是否停止：m(t) 标记结束：序列在此结束时为 1，否则为 0。最后一行是这个输出的损失，训练时加到 L 上。它适用于任何类型的 y，包括实数。',
      length:
        '由一个单独的输出给出 P(τ)，最先抽取 τ。之后每一步还读入剩余步数 n(t) = τ − t；没有它，序列会在中途突然断掉。',
    },
    scheme: {
      symbol: '图：每一步从 h 到 y；最后一个 y 是结束符。',
      stop: '图：每一步从 h 到 y，也到一个随机节点 m（是否结束）。',
      length: '图：随机节点 τ 通过剩余步数指向每个 h。',
    },
    adds: (names, numbers) => `它增加 ${names}：|θ| 多了 ${numbers} 个数。`,
    addsNothing: '它不增加任何参数。',
    addsScores: (numbers) => `另有 τ 的 ${numbers} 个分数。`,
    weights: '它们按顶部的种子抽取，没有经过学习。',
    symbol: '结束符',
    bias: '给结束的分数加上',
    lengths: '序列有多长',
    chart: (shares) => `序列在第 n 步结束的概率，精确值与采样值：${shares}`,
    end: '结束于第 n 步',
    exact: '精确值',
    sampled: (samples) => `${count.format(samples)} 个样本`,
    longer: '更长',
    exactNote: (steps) =>
      `到第 ${steps} 步为止是精确值，对到达那里的所有序列求和；“更长”是 1 减去它们的和。`,
    lengthNote: '精确值：长度不依赖于符号。',
    mean: (mean) => `样本的平均长度：${mean}。`,
    cut: (steps, share) => `其中 ${share} 在 ${steps} 步后被截断。`,
    examples: '前几个样本',
    progress: (done, all) => `${all} 个样本中已抽取 ${done} 个`,
    cancel: '取消',
    again: '重新抽取',
    failed: '无法抽取样本。',
    stale: '这是另一种选择的结果，正在重新抽取。',
    unsaved:
      '结束方式只属于这个视图：网络文件中没有它的位置，这里的选择不改变保存的网络，也不改变运行记录。',
  },
  notFinite: (name) =>
    `${name} 不是有限数：这个网络对它的序列给不出概率。其他视图会停在那里并说明原因。`,
  noChain: {
    atEnd:
      '这个网络只在最后有一个输出：只有一个 y，而不是 y 的序列。所以没有链可画，没有条件概率可问，也无从采样。',
    fedBack:
      '这个网络反馈的量由 x 决定：没有先抽取 y、再读入它。所以给定 x 时，各个符号互不依赖，没有链可画，没有条件概率可问，也无从采样。',
    unread:
      '这个网络不读入自己的输出：输出的符号不都在输入的符号之中。所以给定 x 时，各个符号互不依赖，没有链可画，没有条件概率可问，也无从采样。',
  },
  noEnding:
    '这里不提供结束序列的方式：这个网络每一步都读入给定的 x，走不到最后一个 x 之后，y 的长度随 x 而定。',
  openExample: (title) => `打开包含这些内容的示例：${title}`,
}
