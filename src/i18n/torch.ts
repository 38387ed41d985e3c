/** Torch: what is said of PyTorch's names, in every language; the words come with that notation. */
import type { Widened } from './widened'

const en = {
  inTorch: (name: string) => `In PyTorch: ${name}.`,
  linear: (name: string) => `In PyTorch: ${name} of the nn.Linear that follows the nn.RNN.`,
  sumOfTwo: (name: string) =>
    `PyTorch keeps two biases and only ever adds them, ${name}: this is their sum, and its gradient is that of each.`,
  notInTorch:
    'PyTorch has no module whose state is fed by the output: here the names say what is joined.',
}

export type TorchWords = Widened<typeof en>

const zh: TorchWords = {
  inTorch: (name) => `在 PyTorch 中：${name}。`,
  linear: (name) => `在 PyTorch 中：接在 nn.RNN 之后的 nn.Linear 的 ${name}。`,
  sumOfTwo: (name) =>
    `PyTorch 有两个偏置，但只用它们的和 ${name}：这里就是这个和，它的梯度也是其中每一个的梯度。`,
  notInTorch: 'PyTorch 没有由输出反馈到状态的模块：这里的名称表示所连接的变量。',
}

export const torchWords: Readonly<Record<'en' | 'zh', TorchWords>> = { en, zh }
