interface Layer {
  folders: string[]
  types?: string[]
  packages: string[]
  why: string
}

export declare const layers: Record<string, Layer>
export declare const everywhere: Record<string, unknown>
export declare const overrides: () => { files: string[]; rules: Record<string, unknown> }[]
