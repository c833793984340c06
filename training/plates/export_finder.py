"""Writes the trained plate finder as ONNX, its batch normalisation folded into the convolutions.

Usage: export_finder.py IN.pt OUT.onnx
"""
import sys

import torch

from plate_finder import PlateFinder

model = PlateFinder()
model.load_state_dict(torch.load(sys.argv[1], map_location='cpu'))
model.eval()
torch.onnx.export(model, torch.zeros(1, 3, 256, 448), sys.argv[2], opset_version=13, input_names=['image'], output_names=['plates'],
                  dynamic_axes={'image': {2: 'height', 3: 'width'}, 'plates': {2: 'rows', 3: 'columns'}})
