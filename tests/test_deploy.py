"""What a container or a cluster is told fits the standards, our rules and the rest of us."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
from cost import read_measured
from source import ROOT, name_of, tracked_files

from toolkit import __version__
from toolkit.serving.cli import parser
from toolkit.serving.kernels.share import SPARE
from toolkit.yamlfile import read_yaml

DEPLOY = ROOT / "deploy"
CONTAINERFILE = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
MANIFESTS = sorted((DEPLOY / "kubernetes").glob("*.yaml"))
RESOURCES = [path for path in MANIFESTS if path.name != "kustomization.yaml"]
NAMESPACE = "council-ai-toolkit"

# The names under which the chart "Zero to JupyterHub with Kubernetes" takes what we set, as its
# schema (jupyterhub/values.schema.yaml) had them when this was written.
CHART: dict[str, set[str]] = {
    "": {"hub", "singleuser", "cull", "prePuller", "proxy", "ingress"},
    "hub": {"activeServerLimit", "concurrentSpawnLimit", "config"},
    "singleuser": {
        "image", "defaultUrl", "memory", "cpu", "storage", "allowPrivilegeEscalation",
        "networkPolicy", "extraEnv",
    },
    "singleuser.image": {"name", "tag", "pullPolicy", "pullSecrets"},
    "singleuser.memory": {"guarantee", "limit"},
    "singleuser.cpu": {"guarantee", "limit"},
    "singleuser.storage": {"type", "homeMountPath", "capacity"},
    "singleuser.networkPolicy": {"enabled", "ingress", "egress", "egressAllowRules"},
    "singleuser.networkPolicy.egressAllowRules": {
        "cloudMetadataServer", "dnsPortsCloudMetadataServer", "dnsPortsKubeSystemNamespace",
        "dnsPortsPrivateIPs", "nonPrivateIPs", "privateIPs",
    },
    "cull": {"enabled", "timeout", "every", "maxAge", "users", "concurrency"},
    "prePuller": {"hook", "continuous"},
    "prePuller.hook": {"enabled"},
    "prePuller.continuous": {"enabled"},
    "proxy": {"service"},
    "proxy.service": {"type"},
    "ingress": {"enabled", "ingressClassName", "hosts", "tls", "annotations"},
}  # fmt: skip

each_resource = pytest.mark.parametrize("path", RESOURCES, ids=lambda path: path.name)


def resource(name: str) -> dict[str, Any]:
    """Return one of the manifests."""
    return dict(read_yaml(DEPLOY / "kubernetes" / f"{name}.yaml"))


def container() -> dict[str, Any]:
    """Return the one container that is run."""
    [only] = resource("deployment")["spec"]["template"]["spec"]["containers"]
    return dict(only)


def run_steps() -> list[str]:
    """Return the instructions of the image, each on one line."""
    joined = CONTAINERFILE.replace("\\\n", " ")
    return [re.sub(r"\s+", " ", line) for line in joined.splitlines() if not line.startswith("#")]


def test_the_image_has_nothing_a_linter_complains_of() -> None:
    beside = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    hadolint = shutil.which("hadolint", path=beside)
    if hadolint is None:
        pytest.skip("hadolint is not installed")
    command = [hadolint, "--failure-threshold", "style", str(DEPLOY / "Containerfile")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.stdout, done.returncode) == ("", 0)


def test_the_image_runs_the_python_that_binder_runs_and_names_its_version() -> None:
    binder = (ROOT / "binder" / "runtime.txt").read_text(encoding="utf-8").strip()
    bases = re.findall(r"^FROM (\S+)", CONTAINERFILE, flags=re.MULTILINE)
    assert bases == [f"{binder.replace('-', ':', 1)}-slim-trixie"] * 2


def test_the_image_installs_the_lock_with_its_hashes_and_nothing_else() -> None:
    installs = [step for step in run_steps() if "pip install" in step]
    assert len(installs) == 2
    assert "--require-hashes" in installs[0]
    assert installs[0].endswith("--requirement requirements.lock")
    assert installs[1].endswith("--no-deps --no-build-isolation --no-index .")


def test_the_image_copies_all_that_the_package_is_made_of_and_the_ignore_file_lets_it_in() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    needed = {name.split("/")[0] for name in shared} | {"pyproject.toml", "requirements.lock"}
    needed |= {project["project"]["readme"], *project["project"]["license-files"]}
    copied = " ".join(step for step in run_steps() if step.startswith("COPY") and "=" not in step)
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert needed - set(copied.split()) == set()
    assert needed == {line[1:] for line in ignored if line.startswith("!")}


def test_the_image_runs_as_somebody_without_rights_who_is_the_same_in_kubernetes() -> None:
    user = re.findall(r"^USER (\d+):(\d+)$", CONTAINERFILE, flags=re.MULTILINE)
    inside = resource("deployment")["spec"]["template"]["spec"]["securityContext"]
    assert user == [(str(inside["runAsUser"]), str(inside["runAsGroup"]))]
    assert inside["runAsNonRoot"] is True
    assert int(user[0][0]) >= 10_000  # numbers below may be somebody's on the machine itself


def test_whether_a_copy_is_well_is_asked_everywhere_in_the_same_way() -> None:
    probes = [
        container()[f"{kind}Probe"]["httpGet"] for kind in ("startup", "readiness", "liveness")
    ]
    assert probes == [{"path": "/healthz", "port": "http"}] * 3
    port = container()["ports"][0]["containerPort"]
    assert f"127.0.0.1:{port}/healthz" in CONTAINERFILE
    assert f"EXPOSE {port}" in CONTAINERFILE


def test_a_copy_is_started_with_options_that_the_command_has() -> None:
    [started] = re.findall(r"^ENTRYPOINT (\[.*\])$", CONTAINERFILE, flags=re.MULTILINE)
    words = [*json.loads(started), *container()["args"]]
    assert words[0] == "toolkit"
    assert callable(parser().parse_args(words[1:]).run)


def test_a_container_may_write_to_its_own_scratch_folder_only() -> None:
    security = container()["securityContext"]
    assert security["readOnlyRootFilesystem"] is True
    assert security["allowPrivilegeEscalation"] is False
    assert security["capabilities"] == {"drop": ["ALL"]}
    assert [mount["mountPath"] for mount in container()["volumeMounts"]] == ["/tmp"]


@pytest.mark.parametrize("version", ["1.31", "1.34", "1.37"])
@each_resource
def test_kubernetes_knows_every_field_that_is_set(path: Path, version: str) -> None:
    kubernetes_validate.validate(read_yaml(path), version, strict=True)


@each_resource
def test_a_resource_is_listed_and_named_for_what_it_is_part_of(path: Path) -> None:
    listed = resource("kustomization")["resources"]
    assert path.name in listed
    metadata = read_yaml(path)["metadata"]
    if path.stem != "namespace":
        assert metadata["labels"] == {"app.kubernetes.io/name": NAMESPACE}


def test_what_is_selected_is_what_is_run() -> None:
    labels = resource("deployment")["spec"]["template"]["metadata"]["labels"]
    assert resource("service")["spec"]["selector"] == labels
    for name in ("deployment", "disruption-budget"):
        assert resource(name)["spec"]["selector"]["matchLabels"] == labels
    assert resource("network-policy")["spec"]["podSelector"]["matchLabels"] == labels


def test_a_visitor_stays_with_the_copy_that_has_their_page() -> None:
    service = resource("service")
    sticky = "traefik.ingress.kubernetes.io/service.sticky.cookie"
    assert service["metadata"]["annotations"][sticky] == "true"
    assert service["spec"]["sessionAffinity"] == "ClientIP"


def test_nothing_goes_out() -> None:
    policy = resource("network-policy")["spec"]
    assert policy["egress"] == []
    assert "Egress" in policy["policyTypes"]


def test_one_copy_can_always_be_taken_away_while_another_serves() -> None:
    assert resource("autoscaler")["spec"]["minReplicas"] >= 2
    assert "replicas" not in resource("deployment")["spec"]  # two would say how many
    assert resource("disruption-budget")["spec"]["maxUnavailable"] == 1


def test_memory_is_asked_for_in_full_because_visitors_cannot_be_moved() -> None:
    resources = container()["resources"]
    assert resources["requests"]["memory"] == resources["limits"]["memory"]


def test_the_memory_of_a_copy_holds_its_audience_and_half_as_much_again_at_most() -> None:
    words = container()["args"]
    audience = int(words[words.index("--audience") + 1])
    measured = read_measured()
    pages = audience + SPARE  # some are ready for whoever comes next
    needed = measured.server_megabytes + pages * measured.visitor_megabytes
    given = int(container()["resources"]["requests"]["memory"].removesuffix("Gi")) * 1024**3 / 1e6
    assert needed <= given <= 1.5 * needed


def test_the_hub_is_told_only_what_its_chart_knows() -> None:
    unknown: list[str] = []

    def walk(values: dict[str, Any], place: str) -> None:
        for name, value in values.items():
            inner = f"{place}.{name}".strip(".")
            if name not in CHART[place]:
                unknown.append(inner)
            elif isinstance(value, dict):
                walk(value, inner)

    walk(dict(read_yaml(DEPLOY / "jupyterhub" / "values.yaml")), "")
    assert unknown == []


def test_the_hub_keeps_no_home_folder_that_would_hide_the_toolkit() -> None:
    values = read_yaml(DEPLOY / "jupyterhub" / "values.yaml")
    assert values["singleuser"]["storage"]["type"] == "none"
    assert values["singleuser"]["defaultUrl"] == "/voila/"


def test_every_image_is_of_this_version() -> None:
    hub = read_yaml(DEPLOY / "jupyterhub" / "values.yaml")["singleuser"]["image"]
    [image] = resource("kustomization")["images"]
    assert image["name"] == container()["image"]
    assert {hub["tag"], image["newTag"]} == {__version__}


def test_whatever_has_not_been_tried_says_so() -> None:
    for name in ("kubernetes/kustomization.yaml", "jupyterhub/values.yaml"):
        assert "Not yet tried on a cluster" in (DEPLOY / name).read_text(encoding="utf-8")


def test_no_image_is_named_after_whatever_is_newest() -> None:
    texts = [path for path in tracked_files() if DEPLOY in path.parents]
    assert texts
    assert [name_of(path) for path in texts if ":latest" in path.read_text("utf-8")] == []
