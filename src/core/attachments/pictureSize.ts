/** In pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The frames of a JPEG that say how large it is: all SOF markers, without those of tables (C4, C8, CC). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * How large a PNG, JPEG, GIF or WebP is. `head`: its beginning, 64 kB of it or all. Undefined: it is none of these, or it
 * says so later. It is said of the file and not checked: a browser finds out.
 */
export function pictureSizeOf(head: Uint8Array): PictureSize | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    const size = read(view);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch {
    // It ends before it says so.
    return undefined;
  }
}

function read(view: DataView): PictureSize | undefined {
  switch (view.getUint32(0)) {
    case 0x89504e47:
      return { width: view.getUint32(16), height: view.getUint32(20) };
    case 0x47494638:
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    case 0x52494646:
      return view.getUint32(8) === 0x57454250 ? ofWebp(view) : undefined;
    default:
      return view.getUint16(0) === 0xffd8 ? ofJpeg(view) : undefined;
  }
}

/** Source: RFC 9649. `VP8 ` is lossy, `VP8L` lossless, `VP8X` has further chunks. */
function ofWebp(view: DataView): PictureSize | undefined {
  const wide = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
  switch (view.getUint32(12)) {
    case 0x56503820:
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 0x5650384c: {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 0x56503858:
      return { width: wide(24), height: wide(27) };
    default:
      return undefined;
  }
}

function ofJpeg(view: DataView): PictureSize | undefined {
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (isFrame(view.getUint8(at + 1))) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return undefined;
}
