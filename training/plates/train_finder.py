"""Trains the plate finder: a small fully convolutional network that says where number plates are.

Usage: train_finder.py BOXES_FOLDER OUT.pt [options, see --help]   (BOXES_FOLDER: plates-boxes with boxes.csv)
OUT.pt is gone on with where it exists. Photographs without plates (--photos) teach that what is sharp is not a plate yet:
the scenes of a dashboard camera alone know no close and sharp picture but of the plates that are pasted into them.
Samples are made on WORKERS processors while the network learns, on a GPU where there is one.
Input RGB 0-1, any multiple of 32. Output at a quarter of the size: channel 0 the logit of being inside the middle
of a plate, channels 1-8 the offsets from the cell to the four corners (clockwise from top left), in units of 16 pixels.
"""
import argparse
import csv
import glob
import os
import random
import time

import cv2
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from averaged import Averaged
from plate_finder import PlateFinder
from render_plates import degrade, random_quad, render_plate, render_sign

cv2.setNumThreads(1)
SIZE = 320
UNIT = 16.0


def read_scenes(folder, split):
    boxes = {}
    for row in csv.DictReader(open(os.path.join(folder, 'boxes.csv'))):
        if row['split'] == split:
            boxes.setdefault(row['file'], []).append([float(row[k]) for k in 'xywh'])
    return [(cv2.imread(os.path.join(folder, name))[..., ::-1], np.array(rows, np.float32)) for name, rows in sorted(boxes.items())]


def read_photos(folders):
    """Photographs that show no plate, at most 1600 pixels wide, without boxes; one of each where there are several sizes."""
    paths = sorted(p for folder in folders for p in glob.glob(os.path.join(folder, '**', '*'), recursive=True))
    photos, known = [], set()
    for path in paths:
        if not path.lower().endswith(('.jpg', '.jpeg', '.png', '.webp')):
            continue
        picture = cv2.imread(path)
        if picture is None or min(picture.shape[:2]) < 400:
            continue
        look = cv2.resize(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), (9, 8), interpolation=cv2.INTER_AREA)
        mark = (look[:, 1:] > look[:, :-1]).tobytes()
        if mark in known:
            continue
        known.add(mark)
        scale = min(1, 1600 / picture.shape[1])
        picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        photos.append((picture[..., ::-1], np.zeros((0, 4), np.float32)))
    return photos


def scene_sample(scenes, photos=()):
    """A square cut of a scene, scaled, turned a little, with synthetic plates pasted in; its corners."""
    picture, boxes = random.choice(scenes if random.random() < 0.6 else photos or scenes)
    height, width = picture.shape[:2]
    quads = [np.array([[x, y], [x + w, y], [x + w, y + h], [x, y + h]], np.float32) for x, y, w, h in boxes]
    with_plate = quads and random.random() < 0.85
    if with_plate:
        chosen = random.choice(quads)
        want = float(np.exp(random.uniform(np.log(14), np.log(220))))
        scale = float(np.clip(want / np.linalg.norm(chosen[1] - chosen[0]), 0.25, 4))
        centre = chosen.mean(0) + np.random.uniform(-0.42, 0.42, 2) * SIZE / scale
    else:
        scale = random.uniform(0.35, 1.5)
        centre = np.random.uniform([0, 0], [width, height])
    angle, shear = random.gauss(0, 6), random.gauss(0, 0.12)
    c, s = np.cos(np.deg2rad(angle)) * scale, np.sin(np.deg2rad(angle)) * scale
    matrix = np.array([[c, -s], [s, c]]) @ np.array([[1, 0], [shear, random.uniform(0.85, 1.2)]])
    if random.random() < 0.5:
        matrix = np.array([[-1, 0], [0, 1]]) @ matrix
    shift = np.array([SIZE / 2, SIZE / 2]) - matrix @ centre
    affine = np.hstack([matrix, shift[:, None]]).astype(np.float32)
    flipped = np.linalg.det(matrix) < 0
    source = cv2.GaussianBlur(picture, (0, 0), 0.45 / scale) if scale < 0.7 else picture
    cut = cv2.warpAffine(source, affine, (SIZE, SIZE), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=[random.randint(0, 255)] * 3)
    if random.random() < 0.4:  # other lamps and sensors
        cut = np.clip(cut * np.random.uniform(0.6, 1.5, 3), 0, 255).astype(np.uint8)
    corners = [quad @ matrix.T + shift for quad in quads]
    if flipped:
        corners = [quad[[1, 0, 3, 2]] for quad in corners]
    pasted = [(render_plate()[0], True) for _ in range(np.random.choice([0, 1, 2], p=[0.45, 0.4, 0.15]))]
    pasted += [(render_sign(), False) for _ in range(np.random.choice([0, 1, 2], p=[0.6, 0.25, 0.15]))]
    signs = []
    for plate, is_plate in pasted:
        want = float(np.exp(random.uniform(np.log(16), np.log(250))))
        ph, pw = plate.shape[:2]
        quad = random_quad(pw, ph) * (want / pw) + np.random.uniform(20, SIZE - 20, 2)
        if any(np.abs(quad.mean(0) - other.mean(0)).max() < (np.ptp(quad[:, 0]) + np.ptp(other[:, 0])) / 1.6 for other in corners + signs):
            continue
        small = cv2.resize(plate, (max(8, int(want * 1.6)), max(4, int(want * 1.6 * ph / pw))), interpolation=cv2.INTER_AREA)
        sh, sw = small.shape[:2]
        to = cv2.getPerspectiveTransform(np.array([[0, 0], [sw, 0], [sw, sh], [0, sh]], np.float32), quad.astype(np.float32))
        warped = cv2.warpPerspective(small, to, (SIZE, SIZE), flags=cv2.INTER_AREA)
        mask = cv2.warpPerspective(np.full((sh, sw), 1, np.float32), to, (SIZE, SIZE))[..., None]
        dim = random.uniform(0.45, 1.05)
        cut = (cut * (1 - mask) + warped * dim * mask).clip(0, 255).astype(np.uint8)
        (corners if is_plate else signs).append(quad)
    return degrade(cut) if random.random() < 0.75 else cut, corners


def target_of(corners):
    n = SIZE // 4
    heat, care, offsets = np.zeros((n, n), np.float32), np.ones((n, n), np.float32), np.zeros((8, n, n), np.float32)
    ys, xs = np.mgrid[0:n, 0:n].astype(np.float32) * 4 + 2
    for quad in sorted(corners, key=lambda q: -np.ptp(q[:, 0])):
        centre = quad.mean(0)
        if not (-4 < centre[0] < SIZE + 4 and -4 < centre[1] < SIZE + 4):
            inside = np.zeros((n, n), np.uint8)
            cv2.fillConvexPoly(inside, (quad / 4).astype(np.int32), 1)
            care[inside > 0] = 0
            continue
        whole = np.zeros((n, n), np.uint8)
        cv2.fillConvexPoly(whole, np.round(quad / 4 - .5).astype(np.int32), 1)
        care[whole > 0] = 0
        core = np.zeros((n, n), np.uint8)
        cv2.fillConvexPoly(core, np.round((centre + (quad - centre) * 0.5) / 4 - .5).astype(np.int32), 1)
        cx, cy = np.clip((centre / 4).astype(int), 0, n - 1)
        core[cy, cx] = 1
        spot = core > 0
        width = np.linalg.norm(quad[1] - quad[0])
        if width < 11:
            continue  # too small to be asked for, not to be punished either
        heat[spot], care[spot] = 1, 1
        for k in range(4):
            offsets[2 * k][spot] = (quad[k][0] - xs[spot]) / UNIT
            offsets[2 * k + 1][spot] = (quad[k][1] - ys[spot]) / UNIT
    return heat, care, offsets


class Samples(torch.utils.data.IterableDataset):
    """Endless samples: picture 3 × SIZE × SIZE as bytes, heat, care and offsets of its cells."""

    def __init__(self, scenes, photos):
        self.scenes, self.photos = scenes, photos

    def __iter__(self):
        worker = torch.utils.data.get_worker_info()
        seed = 7 + (worker.id if worker else 0)
        random.seed(seed), np.random.seed(seed)
        while True:
            picture, corners = scene_sample(self.scenes, self.photos)
            yield np.ascontiguousarray(picture.transpose(2, 0, 1)), *target_of(corners)


def loss_of(out, heat, care, offsets):
    logit = out[:, 0]
    p = torch.sigmoid(logit)
    pt = torch.where(heat > 0, p, 1 - p)
    weight = torch.where(heat > 0, 0.75, 0.25) * (1 - pt) ** 2
    positives = heat.sum().clamp(min=1)
    focal = (F.binary_cross_entropy_with_logits(logit, heat, reduction='none') * weight * care).sum() / positives
    scale = offsets.abs().amax(1, keepdim=True).clamp(min=0.5)
    corner = (F.smooth_l1_loss(out[:, 1:] / scale, offsets / scale, reduction='none', beta=0.05) * heat[:, None]).sum() / positives / 8
    return focal, corner


def main():
    parser = argparse.ArgumentParser(description='Trains the plate finder.')
    parser.add_argument('boxes'), parser.add_argument('out')
    parser.add_argument('--photos', nargs='*', default=[], help='folders of photographs without plates')
    parser.add_argument('--minutes', type=float, default=30)
    parser.add_argument('--workers', type=int, default=2)
    parser.add_argument('--batch', type=int, default=8)
    parser.add_argument('--rate', type=float, default=4e-3)
    asked = parser.parse_args()
    torch.manual_seed(7)
    device = 'cuda' if torch.cuda.is_available() else 'cpu'
    photos = read_photos(asked.photos)
    print(f'{len(photos)} photographs without plates', flush=True)
    samples = torch.utils.data.DataLoader(Samples(read_scenes(asked.boxes, 'train'), photos), asked.batch, num_workers=asked.workers,
                                          prefetch_factor=4)
    model = PlateFinder().to(device)
    if os.path.exists(asked.out):
        model.load_state_dict(torch.load(asked.out, map_location=device))
    averaged = Averaged(model)
    optimiser = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=1e-3)
    began, step, shown = time.time(), 0, []
    for batch in samples:
        done = (time.time() - began) / (asked.minutes * 60)
        if done >= 1:
            break
        rate = asked.rate * min(1, (step + 1) / 100) * (0.5 * (1 + np.cos(np.pi * done)) + 0.003)
        for group in optimiser.param_groups:
            group['lr'] = rate
        pictures, heat, care, offsets = (part.to(device, non_blocking=True) for part in batch)
        focal, corner = loss_of(model(pictures.float() / 255), heat, care, offsets)
        optimiser.zero_grad()
        (focal + 2 * corner).backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5)
        optimiser.step()
        averaged.update(model, step)
        step += 1
        shown.append(torch.stack([focal.detach(), corner.detach()]))
        if step % 100 == 0:
            focal, corner = torch.stack(shown).mean(0).tolist()
            print(f'finder step {step} {done:.2f} focal {focal:.4f} corner {corner:.4f}', flush=True)
            shown = []
        if step % 500 == 0:
            averaged.save(asked.out)
    averaged.save(asked.out)


if __name__ == '__main__':
    main()
