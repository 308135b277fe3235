/** What can be written as YAML: plain data, absent fields left out. */
export type YamlValue =
  | string
  | number
  | boolean
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue | undefined };

/** What people tell cloud-init: modules of a cloud-config by name, but for those that are ours to say. */
export type UserData = Readonly<Record<string, YamlValue>>;
