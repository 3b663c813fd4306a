<?php
// WordPress's own wp_kses_post (or wpautop), run alone: HTML on standard input, what an author without unfiltered_html keeps on
// standard output. No database. Arguments: WordPress's wp-includes folder, and the function.
define( 'ABSPATH', dirname( $argv[1] ) . '/' );
define( 'WPINC', basename( $argv[1] ) );
define( 'WP_CONTENT_DIR', ABSPATH . 'wp-content' );
define( 'WP_DEBUG', false );
error_reporting( E_ALL & ~E_DEPRECATED );

foreach ( array( 'plugin', 'load', 'functions', 'formatting', 'l10n', 'kses' ) as $file ) {
	require ABSPATH . WPINC . "/$file.php";
}

echo $argv[2]( stream_get_contents( STDIN ) );
