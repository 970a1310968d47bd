"""gunicorn for demo and productie: `gunicorn portal.wsgi --config deploy/gunicorn.conf.py`."""

import os

bind = os.environ.get("BIND", f"127.0.0.1:{os.environ.get('PORT', '8000')}")
workers = int(os.environ.get("WEB_PROCESSEN", "2"))
worker_class = "gthread"
threads = 4
# Load and check the portal once, before any worker exists.
preload_app = True
timeout = 30
graceful_timeout = 30
max_requests = 2000
max_requests_jitter = 200
limit_request_field_size = 8190
loglevel = "warning"
# Only the proxy on this machine may tell the scheme.
forwarded_allow_ips = "127.0.0.1"
# In memory: a slow disk must not look like a hanging process.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108
