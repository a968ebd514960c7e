import { exp, ln } from './elementary.ts';

/** 1 / sqrt(2 pi) and sqrt(32), the end of the middle range of the distribution function. */
const DENSITY_AT_0 = 0.3989422804014327;
const SQRT_32 = 5.656854249492381;
/** Up to here the distribution function is 1/2 plus an odd series. */
const CENTRE = 0.67448975;

/** The density of the standard normal distribution, exp(-z^2 / 2) / sqrt(2 pi). */
export function normalDensity(z: number): number {
  return DENSITY_AT_0 * exp(-0.5 * z * z);
}

/**
 * The standard normal distribution function: the probability of a value <= z. Accurate to a few units in the 16th
 * digit relative to the result, also far in the lower tail (0 only below about -38). -Infinity gives 0, Infinity 1.
 *
 * Rational approximations of W. J. Cody, "Rational Chebyshev approximations for the error function", Mathematics of
 * Computation 23 (1969), in the arrangement of his ANORM (ACM TOMS 715).
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return NaN;
  const size = Math.abs(z);
  if (size <= CENTRE) return 0.5 + z * centreRatio(size > 1.1e-16 ? z * z : 0);
  const tail = size <= SQRT_32 ? gaussTail(size) * middleRatio(size) : farTail(size);
  return z > 0 ? 1 - tail : tail;
}

/** exp(-x^2/2) without the loss that squaring a rounded x brings: the part in sixteenths is squared exactly. */
function gaussTail(size: number): number {
  const coarse = Math.trunc(size * 16) / 16;
  return exp(-0.5 * coarse * coarse) * exp(-0.5 * (size - coarse) * (size + coarse));
}

function centreRatio(square: number): number {
  const above =
    (((0.06568233791820745 * square + 2.2352520354606837) * square + 161.02823106855587) * square +
      1067.6894854603709) *
      square +
    18154.98125334356;
  const below =
    (((square + 47.202581904688245) * square + 976.0985517377767) * square + 10260.932208618979) * square +
    45507.78933502673;
  return above / below;
}

function middleRatio(x: number): number {
  let above = 1.0765576773720192e-8 * x + 0.39894151208813466;
  above = above * x + 8.883149794388377;
  above = above * x + 93.50665613217785;
  above = above * x + 597.2702763948002;
  above = above * x + 2494.5375852903726;
  above = above * x + 6848.190450536283;
  above = above * x + 11602.65143764735;
  above = above * x + 9842.714838383978;
  let below = x + 22.266688044328117;
  below = below * x + 235.387901782625;
  below = below * x + 1519.3775994075547;
  below = below * x + 6485.558298266761;
  below = below * x + 18615.571640885097;
  below = below * x + 34900.95272114598;
  below = below * x + 38912.00328609327;
  below = below * x + 19685.429676859992;
  return above / below;
}

function farTail(size: number): number {
  if (size > 39) return 0;
  const square = 1 / (size * size);
  let above = 0.023073441764940174 * square + 0.215898534057957;
  above = above * square + 0.12740116116024736;
  above = above * square + 0.022235277870649807;
  above = above * square + 0.0014216191932278934;
  above = above * square + 0.000029112874951168793;
  let below = square + 1.284260096144911;
  below = below * square + 0.4682382124808651;
  below = below * square + 0.06598813786892856;
  below = below * square + 0.0037823963320275824;
  below = below * square + 0.00007297515550839662;
  return (gaussTail(size) * (DENSITY_AT_0 - square * (above / below))) / size;
}

/**
 * The standard normal quantile: the z with normalCdf(z) = p. Relative error about 1e-16. p = 0 gives -Infinity, p =
 * 1 Infinity, a p outside [0, 1] or NaN gives NaN.
 *
 * Rational approximations of M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution",
 * Applied Statistics 37 (1988), the variant with 16 digits.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * nearMedian(0.180625 - q * q);
  const tail = q < 0 ? p : 1 - p;
  if (!(tail > 0)) return tail === 0 ? q * Infinity : NaN;
  const r = Math.sqrt(-ln(tail));
  const size = r <= 5 ? nearTail(r - 1.6) : farQuantile(r - 5);
  return q < 0 ? -size : size;
}

function nearMedian(r: number): number {
  let above = 2509.0809287301227 * r + 33430.57558358813;
  above = above * r + 67265.7709270087;
  above = above * r + 45921.95393154987;
  above = above * r + 13731.69376550946;
  above = above * r + 1971.5909503065513;
  above = above * r + 133.14166789178438;
  above = above * r + 3.3871328727963665;
  let below = 5226.495278852854 * r + 28729.085735721943;
  below = below * r + 39307.89580009271;
  below = below * r + 21213.794301586597;
  below = below * r + 5394.196021424751;
  below = below * r + 687.1870074920579;
  below = below * r + 42.31333070160091;
  below = below * r + 1;
  return above / below;
}

function nearTail(r: number): number {
  let above = 0.0007745450142783414 * r + 0.022723844989269184;
  above = above * r + 0.2417807251774506;
  above = above * r + 1.2704582524523684;
  above = above * r + 3.6478483247632045;
  above = above * r + 5.769497221460691;
  above = above * r + 4.630337846156546;
  above = above * r + 1.4234371107496835;
  let below = 1.0507500716444169e-9 * r + 0.0005475938084995345;
  below = below * r + 0.015198666563616457;
  below = below * r + 0.14810397642748008;
  below = below * r + 0.6897673349851;
  below = below * r + 1.6763848301838038;
  below = below * r + 2.053191626637759;
  below = below * r + 1;
  return above / below;
}

function farQuantile(r: number): number {
  let above = 2.0103343992922881e-7 * r + 0.000027115555687434876;
  above = above * r + 0.0012426609473880784;
  above = above * r + 0.026532189526576124;
  above = above * r + 0.29656057182850487;
  above = above * r + 1.7848265399172913;
  above = above * r + 5.463784911164114;
  above = above * r + 6.657904643501103;
  let below = 2.0442631033899397e-15 * r + 1.421511758316446e-7;
  below = below * r + 0.000018463183175100548;
  below = below * r + 0.0007868691311456133;
  below = below * r + 0.014875361290850615;
  below = below * r + 0.1369298809227358;
  below = below * r + 0.599832206555888;
  below = below * r + 1;
  return above / below;
}
