import type { RoadNetwork } from './road-network.ts';

/** Where places lie on roads. */
export interface PlacesOnRoads {
  /** The nearest piece of road, −1 where none is near enough. */
  readonly piece: Int32Array;
  /** Metres along it from its first point. */
  readonly along: Float64Array;
  /** How many are near no road. */
  readonly offRoads: number;
}

/** Squares in which pieces are looked up have this side at least, in metres. */
const SQUARE_METRES = 100;

/**
 * Puts every place on the road nearest to it.
 * @param farthestMetres Places further than this from every road lie on none
 */
export function placeOnRoads(
  roads: RoadNetwork,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  farthestMetres: number,
): PlacesOnRoads {
  const side = Math.max(SQUARE_METRES, farthestMetres);
  const squares = piecesBySquare(roads, side);
  const piece = new Int32Array(x.length).fill(-1);
  const along = new Float64Array(x.length);
  let offRoads = 0;
  for (let place = 0; place < x.length; place += 1) {
    const [east, north] = [x[place]!, y[place]!];
    const [column, row] = [Math.floor(east / side), Math.floor(north / side)];
    let nearest = farthestMetres * farthestMetres;
    for (let up = row - 1; up <= row + 1; up += 1)
      for (let across = column - 1; across <= column + 1; across += 1)
        for (const candidate of squares.get(`${across} ${up}`) ?? []) {
          const [a, b] = [roads.pieceFrom[candidate]!, roads.pieceTo[candidate]!];
          const [ax, ay] = [roads.pointX[a]!, roads.pointY[a]!];
          const [dx, dy] = [roads.pointX[b]! - ax, roads.pointY[b]! - ay];
          const share = ((east - ax) * dx + (north - ay) * dy) / (dx * dx + dy * dy);
          const held = Math.min(1, Math.max(0, share));
          const square = (east - ax - held * dx) ** 2 + (north - ay - held * dy) ** 2;
          if (square > nearest || (square === nearest && piece[place] !== -1)) continue;
          nearest = square;
          piece[place] = candidate;
          along[place] = held * roads.pieceMetres[candidate]!;
        }
    if (piece[place] === -1) offRoads += 1;
  }
  return { piece, along, offRoads };
}

function piecesBySquare(roads: RoadNetwork, side: number): Map<string, number[]> {
  const squares = new Map<string, number[]>();
  for (let piece = 0; piece < roads.pieceFrom.length; piece += 1) {
    const [a, b] = [roads.pieceFrom[piece]!, roads.pieceTo[piece]!];
    const [ax, ay, bx, by] = [roads.pointX[a]!, roads.pointY[a]!, roads.pointX[b]!, roads.pointY[b]!];
    for (let row = Math.floor(Math.min(ay, by) / side); row <= Math.max(ay, by) / side; row += 1)
      for (let column = Math.floor(Math.min(ax, bx) / side); column <= Math.max(ax, bx) / side; column += 1) {
        const key = `${column} ${row}`;
        const square = squares.get(key);
        if (square) square.push(piece);
        else squares.set(key, [piece]);
      }
  }
  return squares;
}
