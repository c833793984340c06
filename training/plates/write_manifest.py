"""Writes models/plate-finder.json for the weights as they are. Usage: write_manifest.py (from the repository's root)"""
import hashlib
import json
import os

PATH = 'models/weights/plate-finder.onnx'
digest = hashlib.sha256(open(PATH, 'rb').read()).hexdigest()
size = os.path.getsize(PATH)
manifest = {
    'id': 'plate-finder',
    'title': 'Amaan plate finder',
    'task': 'plate-detection',
    'licence': 'Apache-2.0',
    'source': f'project:{PATH}',
    'downloadBytes': size,
    'install': 'setup',
    'files': [{'path': 'plate-finder.onnx', 'digest': digest, 'bytes': size}],
    'conversion': 'none',
    'digest': digest,
    'input': {'name': 'image', 'width': 640, 'height': 384, 'layout': 'nchw', 'channels': 'rgb', 'mean': [0, 0, 0],
              'std': [255, 255, 255], 'fit': 'stretch', 'padding': 0},
    'output': {'names': ['plates'], 'decoder': 'plate-map'},
    'quality': 'Trained here (training/plates) on 427 street scenes with plate boxes and on rendered plates; figures: systems/number-plates/README.md',
}
with open('models/plate-finder.json', 'w') as file:
    file.write(json.dumps(manifest, indent=2) + '\n')
