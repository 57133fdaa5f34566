import { ResizeFit, Transformer } from '@napi-rs/image'
import type { Logo } from '../invoice-document.ts'

/** As a mail shows it, in dots of the screen: no higher and no wider, with air around. */
const WIDTH = 192
const HEIGHT = 48
const AIR = 12

/** Dots of the picture in one of the screen, so that it is sharp on a phone. */
const SHARPNESS = 2

/** A picture with its own white plate, and the size in which it is shown. */
export type LetterLogo = { readonly png: Uint8Array; readonly width: number; readonly height: number }

/**
 * A logo as a mail shows it. The white plate and the air around are part of the picture, so that a dark logo stays
 * legible where a mail program makes the paper dark; it changes colours, and no pictures. Null where there is none that a
 * mail program shows.
 */
export async function letterLogo(logo: Logo | null | undefined): Promise<LetterLogo | null> {
  if (logo === null || logo === undefined || logo.format === 'svg') return null
  const picture = new Transformer(logo.data)
  const size = await picture.metadata()
  const most = { width: WIDTH * SHARPNESS, height: HEIGHT * SHARPNESS }
  const isLarger = size.width > most.width || size.height > most.height
  const dots = await (isLarger ? picture.resize({ ...most, fit: ResizeFit.Inside }) : picture).png()
  const { height, width } = isLarger ? await new Transformer(dots).metadata() : size
  const shown = Math.min(WIDTH / width, HEIGHT / height, 1)
  const air = Math.round(AIR / shown)
  const plate = { width: width + 2 * air, height: height + 2 * air }
  const white = Buffer.alloc(plate.width * plate.height * 4, 0xff)
  const png = await Transformer.fromRgbaPixels(white, plate.width, plate.height).overlay(dots, air, air).png()
  return {
    png: Uint8Array.from(png),
    width: Math.round(plate.width * shown),
    height: Math.round(plate.height * shown),
  }
}
