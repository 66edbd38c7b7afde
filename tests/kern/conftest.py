"""Hypothesis on busy machines: no deadline, no complaint about a slow first example, few enough to run often."""

from hypothesis import HealthCheck, settings

settings.register_profile("sessie", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("sessie")
