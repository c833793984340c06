#!/usr/bin/python3
"""A real RTSP server on loopback for tests (GStreamer's, from Debian).

Usage: rtsp-server.py PORT FILE [--user NAME --password WORD [--digest]] [--audio]

Serves FILE, an MP4 with H.264, as rtsp://127.0.0.1:PORT/live, from its beginning for every client.
PORT 0 takes any free port; the port is printed on a line of its own once the server listens.
With --audio a tone is served instead of FILE.
"""
import argparse

import gi

gi.require_version('Gst', '1.0')
gi.require_version('GstRtsp', '1.0')
gi.require_version('GstRtspServer', '1.0')
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

arguments = argparse.ArgumentParser()
arguments.add_argument('port')
arguments.add_argument('file')
arguments.add_argument('--user')
arguments.add_argument('--password')
arguments.add_argument('--digest', action='store_true')
arguments.add_argument('--audio', action='store_true')
options = arguments.parse_args()

VIDEO = '( filesrc location="%s" ! qtdemux ! h264parse ! rtph264pay name=pay0 pt=96 config-interval=-1 )'
AUDIO = '( audiotestsrc is-live=true ! mulawenc ! rtppcmupay name=pay0 pt=0 )'

Gst.init(None)
server = GstRtspServer.RTSPServer()
server.set_address('127.0.0.1')
server.set_service(options.port)

factory = GstRtspServer.RTSPMediaFactory()
factory.set_launch(AUDIO if options.audio else VIDEO % options.file)

if options.user:
    auth = GstRtspServer.RTSPAuth()
    token = GstRtspServer.RTSPToken()
    token.set_string(GstRtspServer.RTSP_TOKEN_MEDIA_FACTORY_ROLE, 'viewer')
    if options.digest:
        auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
        auth.add_digest(options.user, options.password, token)
    else:
        auth.add_basic(GstRtspServer.RTSPAuth.make_basic(options.user, options.password), token)
    server.set_auth(auth)
    permissions = GstRtspServer.RTSPPermissions()
    permissions.add_permission_for_role('viewer', GstRtspServer.RTSP_PERM_MEDIA_FACTORY_ACCESS, True)
    permissions.add_permission_for_role('viewer', GstRtspServer.RTSP_PERM_MEDIA_FACTORY_CONSTRUCT, True)
    factory.set_permissions(permissions)

server.get_mount_points().add_factory('/live', factory)
if server.attach(None) == 0:
    raise SystemExit('The port is taken.')
print(server.get_bound_port(), flush=True)
GLib.MainLoop().run()
