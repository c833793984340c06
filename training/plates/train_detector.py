"""Trains the plate finder: a small fully convolutional network that says where number plates are.

Usage: train_detector.py BOXES_FOLDER OUT.pt [MINUTES]   (BOXES_FOLDER: plates-boxes with boxes.csv)
Input RGB 0-1, any multiple of 16. Output at a quarter of the size: channel 0 the logit of being inside the middle
of a plate, channels 1-8 the offsets from the cell to the four corners (clockwise from top left), in units of 16 pixels.
"""
import csv
import os
import random
import sys
import time

import cv2
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from plate_finder import PlateFinder
from render_plates import degrade, random_quad, render_plate

torch.set_num_threads(2)
cv2.setNumThreads(1)
SIZE = 256
UNIT = 16.0


def read_scenes(folder, split):
    boxes = {}
    for row in csv.DictReader(open(os.path.join(folder, 'boxes.csv'))):
        if row['split'] == split:
            boxes.setdefault(row['file'], []).append([float(row[k]) for k in 'xywh'])
    return [(cv2.imread(os.path.join(folder, name))[..., ::-1], np.array(rows, np.float32)) for name, rows in sorted(boxes.items())]


def scene_sample(scenes):
    """A square cut of a scene, scaled, turned a little, with synthetic plates pasted in; its corners."""
    picture, boxes = random.choice(scenes)
    height, width = picture.shape[:2]
    quads = [np.array([[x, y], [x + w, y], [x + w, y + h], [x, y + h]], np.float32) for x, y, w, h in boxes]
    with_plate = quads and random.random() < 0.85
    if with_plate:
        chosen = random.choice(quads)
        want = float(np.exp(random.uniform(np.log(14), np.log(170))))
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
    cut = cv2.warpAffine(source, affine, (SIZE, SIZE), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=(114, 114, 114))
    corners = [quad @ matrix.T + shift for quad in quads]
    if flipped:
        corners = [quad[[1, 0, 3, 2]] for quad in corners]
    for _ in range(np.random.choice([0, 1, 2], p=[0.45, 0.4, 0.15])):
        plate, _ = render_plate()
        want = float(np.exp(random.uniform(np.log(16), np.log(190))))
        ph, pw = plate.shape[:2]
        quad = random_quad(pw, ph) * (want / pw) + np.random.uniform(20, SIZE - 20, 2)
        if any(np.abs(quad.mean(0) - other.mean(0)).max() < (np.ptp(quad[:, 0]) + np.ptp(other[:, 0])) / 1.6 for other in corners):
            continue
        small = cv2.resize(plate, (max(8, int(want * 1.6)), max(4, int(want * 1.6 * ph / pw))), interpolation=cv2.INTER_AREA)
        sh, sw = small.shape[:2]
        to = cv2.getPerspectiveTransform(np.array([[0, 0], [sw, 0], [sw, sh], [0, sh]], np.float32), quad.astype(np.float32))
        warped = cv2.warpPerspective(small, to, (SIZE, SIZE), flags=cv2.INTER_AREA)
        mask = cv2.warpPerspective(np.full((sh, sw), 1, np.float32), to, (SIZE, SIZE))[..., None]
        dim = random.uniform(0.45, 1.05)
        cut = (cut * (1 - mask) + warped * dim * mask).clip(0, 255).astype(np.uint8)
        corners.append(quad)
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


def batch_of(scenes, size):
    pictures, targets = [], []
    for _ in range(size):
        picture, corners = scene_sample(scenes)
        pictures.append(picture.astype(np.float32).transpose(2, 0, 1) / 255)
        targets.append(target_of(corners))
    stack = lambda i: torch.from_numpy(np.stack([t[i] for t in targets]))
    return torch.from_numpy(np.stack(pictures)), stack(0), stack(1), stack(2)


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
    folder, out_path, minutes = sys.argv[1], sys.argv[2], float(sys.argv[3]) if len(sys.argv) > 3 else 30
    random.seed(7), np.random.seed(7), torch.manual_seed(7)
    scenes = read_scenes(folder, 'train')
    model = PlateFinder()
    if os.path.exists(out_path):
        model.load_state_dict(torch.load(out_path))
    optimiser = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=1e-4)
    began, step, shown = time.time(), 0, []
    while (done := (time.time() - began) / (minutes * 60)) < 1:
        rate = 3e-3 * min(1, step / 100) * (0.5 * (1 + np.cos(np.pi * done)) + 0.01)
        for group in optimiser.param_groups:
            group['lr'] = rate
        pictures, heat, care, offsets = batch_of(scenes, 8)
        focal, corner = loss_of(model(pictures), heat, care, offsets)
        optimiser.zero_grad()
        (focal + 2 * corner).backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5)
        optimiser.step()
        step += 1
        shown.append((focal.item(), corner.item()))
        if step % 50 == 0:
            print(f'step {step} {done:.2f} focal {np.mean([s[0] for s in shown]):.4f} corner {np.mean([s[1] for s in shown]):.4f}', flush=True)
            shown = []
        if step % 300 == 0:
            torch.save(model.state_dict(), out_path)
    torch.save(model.state_dict(), out_path)


if __name__ == '__main__':
    main()
