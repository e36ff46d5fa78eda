/** Names that Windows keeps for devices, whatever follows a dot or a blank. Source: "Naming Files, Paths, and Namespaces". */
const device = /^(con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(\s*\.|$)/i;

/** Whether Windows takes this name for one of a device, so that no file can have it. */
export function isDeviceName(name: string): boolean {
  return device.test(name);
}
