// The build must fail for this reason and no other.
assert new File(basedir, "build.log").text.contains('RequireUpperBoundDeps failed')
