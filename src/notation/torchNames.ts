/** TorchNames: how PyTorch's own code writes what its notation shortens. */

/** How PyTorch's own code writes them: of `nn.RNN`, and of the `nn.Linear` behind it. */
export const torchNames: Readonly<Partial<Record<string, string>>> = {
  ...{ U: 'weight_ih_l0', W: 'weight_hh_l0', b: 'bias_ih_l0 + bias_hh_l0' },
  ...{ V: 'weight', c: 'bias' },
}
